import { z } from 'zod';
import { policyFileSchema } from './schema.ts';

/** A JSON Schema, as far as ours go. */
export type JsonSchema = {
  $schema?: string;
  type?: string;
  required?: string[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
};

/** The policy file's format as a JSON Schema, for editors. */
export function policyJsonSchema(): JsonSchema {
  return z.toJSONSchema(policyFileSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** The keys that the format knows at a path of a policy file. */
export function expectedKeys(path: PropertyKey[]): string[] {
  const root = policyJsonSchema();
  const resolve = (schema: JsonSchema): JsonSchema[] => {
    if (schema.$ref) return resolve(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {});
    const choices = schema.anyOf ?? schema.oneOf;
    return choices ? choices.flatMap(resolve) : [schema];
  };
  let here = resolve(root);
  for (const key of path) {
    here = here.flatMap((schema) => {
      const own = schema.properties?.[String(key)];
      if (own) return resolve(own);
      if (typeof key === 'number') return schema.items ? resolve(schema.items) : [];
      return typeof schema.additionalProperties === 'object' ? resolve(schema.additionalProperties) : [];
    });
  }
  return [...new Set(here.flatMap((schema) => Object.keys(schema.properties ?? {})))];
}
