// Makes what is learnt of replies from the corpus and from training/replies: npm run train
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { likelyFileOf } from '../training/likely-file.ts';
import { labelled, readReplyRows } from '../training/replies.ts';

const MODEL = fileURLToPath(new URL('../src/language/likely/model.json', import.meta.url));

const replies = labelled(readReplyRows());
writeFileSync(MODEL, `${JSON.stringify(likelyFileOf(replies), undefined, 2)}\n`);
console.log(`${replies.length} replies`);
