import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partSchemas } from '../../../src/policy/format/parts/part-schemas.ts';

const schemas = partSchemas();

describe('docs/schemas', () => {
  it.each(Object.entries(schemas))('%s is what the loader demands; if not, run "npm run schema"', (name, schema) => {
    const written: unknown = JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});

describe('the schema of a part', () => {
  it('of the rules knows no wording and no examples, and wants an id where wording is about a rule', () => {
    expect(keysAt('rules')).not.toContain('greeting');
    expect(keysAt('rules', 'clauses', '*')).toEqual(['section']);
    expect(keysAt('rules', 'facts', '*', 'values', '*')).toEqual(expect.arrayContaining(['likelihood', 'intents']));
    expect(keysAt('rules', 'facts', '*', 'values', '*')).not.toContain('phrases');
    expect(partOf('rules', 'impossible', '*')[0]?.required).toContain('id');
  });

  it('of the wording knows nothing else, and names rows by their ids', () => {
    expect(keysAt('wording')).toEqual([
      'name',
      'tagline',
      'greeting',
      'statutoryNote',
      'helpline',
      'facts',
      'derived',
      'impossible',
      'clauses',
      'decisions',
      'outcomes',
      'forms',
      'formFields',
    ]);
    expect(keysAt('wording', 'decisions', '*')).toEqual(['choose', 'steps', 'notes']);
    expect(keysAt('wording', 'facts', '*', 'values', '*')).toEqual([
      'title',
      'summary',
      'synonyms',
      'phrases',
      'negativePhrases',
    ]);
  });
});

type Schema = (typeof schemas)['rules'];

/** What a schema says of a path; `*` stands for any id or item. */
function partOf(name: keyof typeof schemas, ...path: string[]): Schema[] {
  const alternatives = (schema: Schema): Schema[] => (schema.anyOf ?? schema.oneOf ?? [schema]).flat();
  return path.reduce(
    (list, key) =>
      list.flatMap(alternatives).flatMap((schema) => {
        const more = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : schema.items;
        return (key === '*' ? more : schema.properties?.[key]) ?? [];
      }),
    [schemas[name]],
  );
}

function keysAt(name: keyof typeof schemas, ...path: string[]): string[] {
  return [...new Set(partOf(name, ...path).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}
