import { styled } from './style.ts';
import { visible } from './text.ts';
import { wrap } from './wrap.ts';

/** A link as we write it; in words of others its brackets are escaped. */
const link = /(?<!\\)\[((?:\\.|[^\]\\])+)\]\((https?:\/\/[^\s)]+)\)/g;
const inline = /\\([\\`*_{}[\]()<>#+!|~@-])|\*\*((?:\\.|[^*\\])+)\*\*/g;

/**
 * The assistant's Markdown as lines of a terminal: bold, lists, escapes, and each link below its line, uncut, so that it
 * can be opened and copied; of what others wrote nothing is acted on.
 */
export function markdownLines(markdown: string, width: number): string[] {
  return visible(markdown)
    .split('\n')
    .flatMap((line) => {
      const [, bullet = '', content = ''] = /^(- |\d{1,3}\. )?(.*)$/.exec(line) ?? [];
      const first = bullet === '- ' ? '• ' : bullet;
      const urls = [...content.matchAll(link)].map(([, , url = '']) => url);
      const words = content.replace(link, '$1');
      return [...wrap(inlineStyles(words), width, first, ' '.repeat(first.length)), ...urls];
    });
}

function inlineStyles(text: string): string {
  return text.replace(inline, (_, escaped?: string, strong = '') => escaped ?? styled('bold', inlineStyles(strong)));
}
