import { z } from 'zod';
import { markdownLines } from './markdown.ts';
import { styled } from './style.ts';
import { visible, visibleLine } from './text.ts';
import { columnsOf, wrap } from './wrap.ts';

const textBlock = z.object({
  type: z.literal('TextBlock'),
  text: z.string(),
  style: z.string().optional(),
  weight: z.string().optional(),
  isSubtle: z.boolean().optional(),
});
const factSet = z.object({
  type: z.literal('FactSet'),
  facts: z.array(z.object({ title: z.string(), value: z.string() })),
});
/** A card's element without words for a terminal, such as an input: choices are listed from the question itself. */
const other = z.object({ type: z.string() });
const openUrl = z.object({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.string() });
const sayable = z.object({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.object({ returns: z.object({ command: z.string() }) }),
});

/** The parts of an Adaptive Card that a terminal can show. */
const cardSchema = z.object({
  body: z.array(z.union([textBlock, factSet, other])),
  actions: z.array(z.union([openUrl, sayable, other])).default([]),
});
type Card = z.infer<typeof cardSchema>;

const bar = '│ ';

/** An Adaptive Card as lines: its body behind a bar, then its links in full, then what can be said. */
export function cardLines(content: unknown, width: number): string[] {
  const { body, actions } = cardSchema.parse(content);
  const lines = body.flatMap((element, index) => elementLines(element, index === 0, width - bar.length));
  return [
    ...lines.map((line) => `${bar}${line}`.trimEnd()),
    ...actions.flatMap(linkLines),
    ...sayableLines(actions, width),
  ];
}

function elementLines(element: Card['body'][number], isFirst: boolean, width: number): string[] {
  if ('facts' in element) {
    const column = Math.max(...element.facts.map(({ title }) => columnsOf(visibleLine(title)))) + 2;
    return element.facts.flatMap(({ title, value }) => {
      const name = visibleLine(title);
      return wrap(visible(value), width, name + ' '.repeat(column - columnsOf(name)), ' '.repeat(column));
    });
  }
  if (!('text' in element)) return [];
  const isHeading = element.style === 'heading' || element.weight === 'Bolder';
  const gap = isFirst || !(isHeading || element.isSubtle) ? [] : [''];
  const lines = markdownLines(element.text, width);
  const style = isHeading ? 'bold' : element.isSubtle ? 'dim' : undefined;
  return [...gap, ...(style ? lines.map((line) => styled(style, line)) : lines)];
}

/** A link gets a line of its own, uncut, so that it can be opened and copied. */
function linkLines(action: Card['actions'][number]): string[] {
  return 'url' in action ? ['', `${styled('accent', visibleLine(action.title))}:`, visibleLine(action.url)] : [];
}

function sayableLines(actions: Card['actions'], width: number): string[] {
  const words = actions.flatMap((action) => ('data' in action ? [`"${visibleLine(action.title)}"`] : []));
  if (words.length === 0) return [];
  return ['', ...wrap(`You can also say ${words.join(' or ')}.`, width).map((line) => styled('dim', line))];
}
