import { anyOf, wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/otherwise.json' with { type: 'json' };
import type { Choice } from './phrases.ts';

const OTHER_TITLE = new RegExp(`^(?:an?)?${anyOf(en.titles)}\\b`);
const OTHERWISE = new RegExp(`^(?:${anyOf(en.leads)}[ ,.]+)*${anyOf(en.replies)}$`);
const EXCEPTING = new RegExp(`^${anyOf(en.excepting)} (?:the |a |an )?(.+)$`);
const HEDGES = wordSet(en.hedges);

/** The choice that stands for all others, if a reply says that none of them fits: "neither" to a list with "Something else". */
export function choiceOfOthers(answer: string, choices: readonly Choice[]): Choice | undefined {
  if (!OTHERWISE.test(answer)) return undefined;
  const [other, ...more] = choices.filter(({ title }) => OTHER_TITLE.test(plainText(title)));
  return more.length === 0 ? other : undefined;
}

/** What a whole reply sets aside: "software" in "anything but software", "the first" in "not the first". */
export function setAside(answer: string): string | undefined {
  return EXCEPTING.exec(answer)?.[1];
}

/** True if a word leaves open whether a choice is meant: "maybe", "probably". */
export function isHedge(word: string): boolean {
  return HEDGES.has(word);
}
