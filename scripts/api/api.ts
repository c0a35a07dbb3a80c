// Puts the shapes of the desk's API into its description, docs/api.yaml: npm run api
import { readFileSync, writeFileSync } from 'node:fs';
import { withApiSchemas } from './document.ts';

const file = new URL('../../docs/api.yaml', import.meta.url);
writeFileSync(file, withApiSchemas(readFileSync(file, 'utf8')));
