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

/** What a file is to look like that the schema accepts, as a JSON Schema, for editors. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  // Zod's type allows all of JSON Schema, such as `true` for a property; from our schemas it writes these keys alone.
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** The policy file's format as a JSON Schema. */
export function policyJsonSchema(): JsonSchema {
  return jsonSchemaOf(policyFileSchema);
}

/** The keys that the format knows at a path of a policy file. */
export function expectedKeys(path: PropertyKey[]): string[] {
  return [...new Set(schemasAt(path).flatMap((schema) => Object.keys(schema.properties ?? {})))];
}

/** The kinds of values, by their names in JSON Schema, that the format knows at a path of a policy file. */
export function expectedKinds(path: PropertyKey[]): string[] {
  return [...new Set(schemasAt(path).flatMap(({ type }) => type ?? []))];
}

function schemasAt(path: PropertyKey[]): JsonSchema[] {
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
  return here;
}
