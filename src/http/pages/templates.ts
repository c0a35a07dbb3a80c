import { isSentenceKey } from '../../dialogs/wording/catalog/languages.ts';
import type { Words } from '../../dialogs/wording/catalog/words.ts';
import { InvariantError } from '../../errors.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that is known to be safe, the only value a template takes over unescaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/**
 * Fills the `{{name}}` places of a template with values and its `{{say key}}` places with sentences of the catalogue,
 * all escaped. A sentence takes its own values from the same ones. Throws InvariantError where a value or a sentence is
 * missing.
 */
export function fill(template: string, values: Record<string, string | Html>, words?: Words): Html {
  return new Html(
    template.replace(/\{\{(?:say ([\w.-]+)|(\w+))\}\}/g, (_, key: string | undefined, name = '') => {
      const value = key === undefined ? values[name] : sentence(key, values, words);
      if (value === undefined)
        throw new InvariantError('template-value-missing', `the template needs a value for ${key ?? name}`);
      return value instanceof Html ? value.markup : escapeMarkup(value);
    }),
  );
}

function sentence(key: string, values: Record<string, string | Html>, words: Words | undefined): string | undefined {
  const texts = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isSentenceKey(key) ? words?.say(key, Object.fromEntries(texts)) : undefined;
}

/** Pieces of markup one after the other. */
export function join(parts: Html[]): Html {
  return new Html(parts.map(({ markup }) => markup).join(''));
}

/** Links of a page's head to its files. */
export function links(rel: 'stylesheet' | 'modulepreload', paths: string[], nonce: string): Html {
  const link = '<link rel="{{rel}}" href="{{href}}" nonce="{{nonce}}">\n';
  return join(paths.map((href) => fill(link, { rel, href, nonce })));
}

/** Data for a page's scripts, to stand in `<script type="application/json">`: nothing in it can end the element. */
export function jsonInPage(value: object): Html {
  return new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
