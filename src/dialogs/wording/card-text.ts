import { z } from 'zod';

const bodyElement = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  weight: z.string().optional(),
  facts: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
});
const action = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
  data: z.json().optional(),
});

/** The parts of an Adaptive Card that can be told in words. */
export const shownCardSchema = z.looseObject({
  body: z.array(bodyElement),
  actions: z.array(action).default([]),
});
export type ShownCard = z.infer<typeof shownCardSchema>;

/** An Adaptive Card in Markdown, without what `said`, the words it comes with, says already. */
export function cardText({ body, actions }: ShownCard, said: string): string {
  const lines = body.flatMap((element) => elementLines(element)).filter((line) => !said.includes(line));
  const links = actions.flatMap(({ title, url }) => (url === undefined ? [] : [`${title ?? 'Link'}: ${url}`]));
  const words = actions.flatMap(({ data }) => (typeof data === 'string' ? [`"${data}"`] : []));
  const sayable = words.length ? [`You can say ${words.join(' or ')}.`] : [];
  return [...lines, ...links, ...sayable].join('\n\n');
}

function elementLines({ text, weight, facts = [] }: ShownCard['body'][number]): string[] {
  if (text === undefined) return facts.map(({ title, value }) => `${title}: ${value}`);
  return [weight === 'Bolder' ? `**${text}**` : text];
}
