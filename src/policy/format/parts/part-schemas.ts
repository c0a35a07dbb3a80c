import { type JsonSchema, jsonSchemaOf, policyJsonSchema } from '../expected-keys.ts';
import { examplesFileSchema } from './examples.ts';
import { isWording, leadsToWording, listsById } from './wording-paths.ts';

/** The JSON Schema of each file that a policy can consist of, by its name, for editors. */
export function partSchemas(): Record<'policy' | 'rules' | 'wording' | 'examples', JsonSchema> {
  const policy = policyJsonSchema();
  return {
    policy,
    rules: rulesOf(policy, []),
    wording: { $schema: policy.$schema, ...wordingOf(policy, []) },
    examples: jsonSchemaOf(examplesFileSchema),
  };
}

type Path = readonly string[];

/** A schema without wording and examples; rules that wording is about have to have an id. */
function rulesOf(schema: JsonSchema, path: Path): JsonSchema {
  const isRule = (key: string): boolean =>
    (!isWording([...path, key]) || leadsToWording([...path, key])) && !isExamples([...path, key]);
  const isNamed = path.length === 2 && listsById.includes(path[0] ?? '');
  const required = schema.required?.filter(isRule);
  // Texts alone are a list of wording; those that rules are about stand by their ids.
  const asMap = isWording(path) ? schema.anyOf?.find((one) => typeof one.additionalProperties === 'object') : undefined;
  if (asMap) return rulesOf(asMap, path);
  return mapped(schema, path, rulesOf, isRule, isNamed ? [...new Set([...(required ?? []), 'id'])] : required);
}

/** A schema of wording alone, in which lists of rules are maps by their ids. */
function wordingOf(schema: JsonSchema, path: Path): JsonSchema {
  const leads = (key: string): boolean => isWording([...path, key]) || leadsToWording([...path, key]);
  const required = schema.required?.filter((key) => isWording([...path, key]));
  const part = mapped(schema, path, wordingOf, leads, required);
  if (path.length !== 1 || !listsById.includes(path[0] ?? '') || !part.items) return part;
  return { type: 'object', additionalProperties: part.items };
}

function isExamples(path: Path): boolean {
  return path.length === 3 && path[0] === 'clauses' && path[2] === 'examples';
}

/** The schema with another one in the place of each that leads on, and with these properties of its own alone. */
function mapped(
  schema: JsonSchema,
  path: Path,
  change: (schema: JsonSchema, path: Path) => JsonSchema,
  has: (key: string) => boolean,
  required: string[] | undefined,
): JsonSchema {
  const { properties, additionalProperties, items, anyOf, oneOf, required: _, ...rest } = schema;
  const inner = (part: JsonSchema, key: string): JsonSchema =>
    leadsToWording([...path, key]) ? change(part, [...path, key]) : part;
  const variants = (list: JsonSchema[]): JsonSchema[] =>
    [...new Set(list.map((one) => JSON.stringify(change(one, path))))].map((text) => JSON.parse(text));
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).flatMap(([key, part]) => (has(key) ? [[key, inner(part, key)]] : [])),
      ),
    }),
    ...(required && required.length > 0 && { required }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? inner(additionalProperties, '*') : additionalProperties,
    }),
    ...(items && { items: inner(items, '*') }),
    // Kinds that differ in their rules alone have the same wording.
    ...(anyOf && { anyOf: variants(anyOf) }),
    ...(oneOf && (change === wordingOf ? { anyOf: variants(oneOf) } : { oneOf: variants(oneOf) })),
  };
}
