// Writes the JSON Schema of policy files, by which an editor completes and validates them: npm run schema
import { writeFileSync } from 'node:fs';
import { policyJsonSchema } from '../src/policy/format/expected-keys.ts';

const file = new URL('../docs/policy.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`);
