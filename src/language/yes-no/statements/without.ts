import { anyOf } from '../../text/phrases.ts';
import en from '../en/without.json' with { type: 'json' };
import type { Clause } from './clauses.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { coverage, type Verdict } from './verdict.ts';

const LACKING = /\bwithout (?:having to )?(.+)$/;
const DENIAL = /\b(?:not|can't|cannot|unable|doesn't|don't|won't)\b/;
const TOGETHER = new RegExp(`\\b${anyOf(en.together)}\\b`);
const SURE = 0.8;

/**
 * The verdict of a sentence on "can it … without …?": either half may be denied, "it won't" as well as "they move with
 * it".
 */
export function judgedWithout(stated: Clause, asked: Clause, without: Meaning): Verdict | undefined {
  const lacking = LACKING.exec(stated.text)?.[1];
  if (lacking !== undefined && isAboutMain(lacking, asked, without)) return { says: 'no', weight: SURE };
  if (lacking !== undefined || /\bbefore\b/.test(stated.text))
    return { says: DENIAL.test(stated.text) ? 'no' : 'yes', weight: SURE };
  if (TOGETHER.test(stated.text)) return { says: 'no', weight: SURE };
  const main = coverage(stated.words, asked.words);
  const other = coverage(stated.words, without);
  if (other > main || (other > 0 && other === main && /\b(?:they|them|those)\b/.test(stated.text)))
    return { says: stated.denies ? 'yes' : 'no', weight: other };
  return main === 0 ? undefined : { says: stated.denies ? 'no' : 'yes', weight: main / 2 };
}

// "It starts without charging" turns the question "do you need to charge it before it starts?" around.
function isAboutMain(lacking: string, asked: Clause, without: Meaning): boolean {
  const words = meaningOf(lacking, () => false);
  return coverage(words, asked.words) > coverage(words, without);
}
