import type { Block } from './blocks.ts';

/** The forms that a page can have. */
export const pageForms = { text, markdown, html } satisfies Record<
  string,
  (title: string, blocks: readonly Block[]) => string
>;
export type PageForm = keyof typeof pageForms;

/** True for the name of a form. */
export function isPageForm(name: string): name is PageForm {
  return Object.hasOwn(pageForms, name);
}

const underlines = { 1: '=', 2: '-', 3: '' };

function text(_: string, blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    if (block.kind === 'heading') {
      const line = underlines[block.level].repeat(block.text.length);
      return line === '' ? block.text : `${block.text}\n${line}`;
    }
    return [...(block.title === undefined ? [] : [block.title]), ...itemsOf(block, '  ')].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function markdown(_: string, blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`;
    return [...(block.title === undefined ? [] : [block.title, '']), ...itemsOf(block, '')].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function itemsOf({ items, isNumbered }: Extract<Block, { kind: 'list' }>, indent: string): string[] {
  return items.map((item, at) => `${indent}${isNumbered ? `${at + 1}.` : '-'} ${item}`);
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}h2{margin-top:2rem}';

function html(title: string, blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'paragraph') return `<p>${escaped(block.text)}</p>`;
    if (block.kind === 'heading') return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    const tag = block.isNumbered ? 'ol' : 'ul';
    const items = block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n');
    return `${block.title === undefined ? '' : `<p>${escaped(block.title)}</p>\n`}<${tag}>\n${items}\n</${tag}>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
${parts.join('\n')}
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
