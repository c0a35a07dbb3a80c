import { en } from './en/en.ts';

/** The words of every desk: page, Slack, Teams, Chatwoot and terminal show the same ones for the same thing. */
export const words = en;

/** The part of them that the desk's page is given, as JSON. */
export const wordsForPage = {
  case: words.case,
  steps: words.steps,
  refusals: words.refusals,
  check: words.check,
  finding: words.finding,
  page: words.page,
  speak: words.speak,
};

/** The names in braces in a template. */
type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A template with its places filled in; a value is taken as it is, whatever stands in it. */
export function fillIn<Template extends string>(
  template: Template,
  values: Record<Placeholders<Template>, string | number>,
): string {
  const known: Record<string, string | number> = values;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(known[name] ?? placeholder));
}

/** The word for an id, or the id itself where the table has none. */
export function wordFor(table: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(table, id) ? (table[id] ?? id) : id;
}

/** A text that can stand behind a colon, as a sentence of its own. */
export function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
