import { InvariantError } from '../errors.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that is known to be safe, the only value a template takes over unescaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** Fills the `{{name}}` places of a template, escaping every value; throws where a value is missing. */
export function fill(template: string, values: Record<string, string | Html>): Html {
  return new Html(
    template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new InvariantError('template-value-missing', `the template needs a value for ${name}`);
      return value instanceof Html ? value.markup : escapeMarkup(value);
    }),
  );
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
