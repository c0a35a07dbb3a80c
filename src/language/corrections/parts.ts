import { anyOf, wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { wordsOf } from '../text/words.ts';
import en from './en/parts.json' with { type: 'json' };

/** A part of a message that puts something right. */
export interface CorrectionPart {
  /** Its plain text without what only leads up to it ("no, I meant …"). */
  text: string;
  /** True if it quotes what is wrong: "not 12", "instead of the 17th". */
  isWrong: boolean;
}

const PAUSE = new RegExp(`\\s*(?:[,;!?\\n…]+|[.:]+(?=\\s|$)|\\.{2,}| [-–—]+ )\\s*|\\s(?=${anyOf(en.separators)} )`);
const LEADS = new RegExp(`^(?:${anyOf(en.leads)}(?:[ ,.:-]+|$))+`);
const TAILS = new RegExp(`(?:[ ,]+${anyOf(en.tails)})+$`);
const WRONG = new RegExp(`^${anyOf(en.wrong)} (?!(?:only|just|sure|yet|at all)\\b)(.+)$`);
const SWAP = new RegExp(`^(.+?) ${anyOf(en.swaps)} (.+)$`);
const AGREEING = new RegExp(`^${anyOf(en.agreeing)}$`);
const BEFORE_DENIAL = wordSet(en.beforeDenial);

/** So many parts are looked at; a longer message tells a story. */
const MAX_PARTS = 8;

/**
 * The parts of a message that may each put one thing right, without those that agree to the rest: "24" (right) and "12"
 * (wrong) in "24, not 12, otherwise all good".
 */
export function correctionParts(text: string): CorrectionPart[] {
  return plainText(text)
    .split(PAUSE)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !AGREEING.test(part))
    .slice(0, MAX_PARTS)
    .flatMap(partsOf)
    .filter((part) => part.text !== '');
}

function partsOf(written: string): CorrectionPart[] {
  const part = bare(written);
  const wrong = WRONG.exec(part)?.[1];
  if (wrong !== undefined) return [{ text: bare(wrong), isWrong: true }];
  const [, right, other] = SWAP.exec(part) ?? [];
  if (right === undefined || other === undefined || turns(right)) return [{ text: part, isWrong: false }];
  return [
    { text: bare(right), isWrong: false },
    { text: bare(other), isWrong: true },
  ];
}

/** True if "not" after these words denies what is said of them ("it is not new"), and swaps nothing. */
function turns(before: string): boolean {
  const last = wordsOf(before).at(-1);
  return last === undefined || BEFORE_DENIAL.has(last);
}

function bare(part: string): string {
  return part.replace(LEADS, '').replace(TAILS, '').trim();
}
