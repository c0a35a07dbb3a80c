// Writes the JSON Schemas of policy files, by which an editor completes and validates them: npm run schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { partSchemas } from '../src/policy/format/parts/part-schemas.ts';

const folder = new URL('../docs/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(partSchemas())) {
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, undefined, 2)}\n`);
}
