import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Policy } from '../../src/policy/format/load.ts';
import { examinePolicy, parsePolicy } from '../../src/policy/format/parse.ts';
import { readYaml } from '../../src/policy/format/yaml/yaml-text.ts';

const page = readFileSync('docs/guides/policies.md', 'utf8');

/** A recipe of the guide: the block that begins with `# recipe:` and this name. */
export function recipeText(name: string): string {
  const [, text] = new RegExp(`\`\`\`yaml\\n# recipe: ${name}\\n([^\`]*)\`\`\``).exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/guides/policies.md has no recipe "${name}"`);
  return text;
}

/** A recipe as a whole policy file, with the head, clauses and source that the page leaves out. */
export function recipeFile(name: string, change: (text: string) => string = (text) => text): string {
  const values = readYaml(change(recipeText(name)), name).values as Record<string, unknown>;
  const cited = [...JSON.stringify(values).matchAll(/"(?:clauses|terms)":\[([^\]]*)\]/g)];
  const ids = [...new Set(cited.flatMap(([, list = '']) => [...list.matchAll(/"([a-z0-9-]+)"/g)].map(([, id]) => id)))];
  const clauses = Object.fromEntries(ids.map((id) => [id, { section: 'One', title: id, text: `About ${id}.` }]));
  return stringify({
    ...head,
    clauses,
    ...values,
    source: { title: 'A page', sentences: [{ at: '1', clauses: ids }] },
  });
}

/** A recipe as a policy. */
export function recipe(name: string, change?: (text: string) => string): Policy {
  return parsePolicy(recipeFile(name, change), `${name}.yaml`);
}

/** The mistakes that the loader finds in a recipe once it is changed. */
export function mistakesIn(name: string, change: (text: string) => string): string {
  const text = recipeFile(name, change);
  try {
    examinePolicy(text, `${name}.yaml`);
  } catch (error) {
    return String(error);
  }
  return '';
}

const head = {
  id: 'recipe-shop',
  version: '2026-11-01',
  name: 'Recipe Shop',
  language: 'en',
  timeZone: 'Europe/Berlin',
  theme: { accent: '#0b5c8f' },
  greeting: 'Hello!',
  statutoryNote: 'Your statutory rights are not affected.',
};
