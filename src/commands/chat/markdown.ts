import { styled } from './style.ts';
import { visible } from './text.ts';
import { wrap } from './wrap.ts';

const inline = /\\([\\`*_{}[\]()<>#+!|~@-])|\*\*((?:\\.|[^*\\])+)\*\*/g;

/** The assistant's Markdown as lines of a terminal: bold, lists, escapes; of what others wrote nothing is acted on. */
export function markdownLines(markdown: string, width: number): string[] {
  return visible(markdown)
    .split('\n')
    .flatMap((line) => {
      const [, bullet = '', content = ''] = /^(- |\d{1,3}\. )?(.*)$/.exec(line) ?? [];
      const first = bullet === '- ' ? '• ' : bullet;
      return wrap(inlineStyles(content), width, first, ' '.repeat(first.length));
    });
}

function inlineStyles(text: string): string {
  return text.replace(inline, (_, escaped?: string, strong = '') => escaped ?? styled('bold', inlineStyles(strong)));
}
