// Makes the intent model of our examples: npm run train
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readExamples } from '../training/examples.ts';
import { modelOf } from '../training/model-file.ts';

const MODEL = fileURLToPath(new URL('../src/language/intents/model.json', import.meta.url));

const examples = readExamples();
writeFileSync(MODEL, `${JSON.stringify(modelOf(examples), undefined, 2)}\n`);
console.log(`${examples.length} examples`);
