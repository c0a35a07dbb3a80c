import { anyOf, rewriter } from '../../text/phrases.ts';
import en from '../en/soundness.json' with { type: 'json' };

// "Sounds normal" tells of no sound.
const VERB_OF_SEEMING = /\b(?:sounds?|smells?) (?=(?:\w+ )?(?:normal|fine|okay|ok|good|right|great|perfect)\b)/g;
/** "No issues at all", "free of any visible defects". */
const NO_NUISANCE = new RegExp(
  `\\b${anyOf(en.absence)}(?: ${anyOf(en.degrees)}){0,3} ${anyOf(en.nuisances)}(?:s|es|ies|y)?\\b`,
  'g',
);
const AS_EVER = new RegExp(`\\b${anyOf(en.asEver)}\\b`, 'g');

const rewrite = rewriter(en.idioms);
const rewriteAfterSeeming = rewriter(en.idiomsAfterSeeming);

/** Text in which the idioms of soundness ("no issues at all", "as usual") and of no change are one word each. */
export function withIdioms(text: string): string {
  return rewriteAfterSeeming(rewrite(text).replace(VERB_OF_SEEMING, ' '))
    .replace(NO_NUISANCE, ' fine ')
    .replace(AS_EVER, ' fine ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
