import { anyOf } from '../text/phrases.ts';
import en from './en/last-said.json' with { type: 'json' };

const PAUSE = '[ ,.!;-]+';
const YES = anyOf(en.yes);
const NO = anyOf(en.no);
/** "Yes. Well, no, two channels are dead", "no wait. Yes. Yes that's it"; a lone "no wait, yes" stays open. */
const AMENDED = [
  new RegExp(`^${YES}${PAUSE}(?:${anyOf(en.amending)}${PAUSE})+(${NO}(?:[,.!;]|$).*)$`),
  new RegExp(`^${NO}${PAUSE}(?:${anyOf(en.amending)}${PAUSE})+(${YES}[ ,.!;]+\\S.*)$`),
];
/** "If it costs nothing then by all means": on its condition, still a yes. */
const ON_CONDITION = new RegExp(`^(?:well${PAUSE})?if [^?]{3,60}?[, ]+then (${anyOf(en.agreeing)}\\b.*)$`);
/** "Not a discount exactly, it was a summer promotion": what it was instead. */
const NOT_QUITE = new RegExp(
  `^(?:well${PAUSE})?not (?:really )?(?:an? |the )?\\w+(?: \\w+)? ${anyOf(en.notQuite)}[,;.] ?(?:but )?(.+)$`,
);
/** "I thought it was broken but it was only the fuse. It runs": a belief that was overtaken says nothing. */
const OVERTAKEN = new RegExp(
  `^${anyOf(en.believed)} [^.;]*? but ${anyOf(en.overtaken)}[^.;,]*(?:[.;,] ?(?:and )?(.*))?$`,
);

/** "I think no, ah sorry, it says promo here, so yes": what it comes to. */
const CONCLUDED = new RegExp(`^(?=.*\\b${anyOf(en.wavering)}\\b).{3,}[ ,.;:!"'-]so,? (${YES}|${NO})$`);

/** "Not how I'd put it, but yes". */
const ON_WORDING = new RegExp(`^${anyOf(en.onWording)}[,;.] ?but (${YES}(?:[ ,.!].*)?)$`);

/** "Not that I expect much, but yes, let them look". */
const CONCEDED = new RegExp(`^${anyOf(en.conceding)},? but (${YES}(?:[ ,.!].*)?)$`);

/** "No need to ask again, yes": the denial is of the asking. */
const ASKED_ENOUGH = new RegExp(
  `^${anyOf(en.askedEnough)}(?: [^,;.!?]{1,30})?[,;.!-]+ ?(${YES}(?:[ ,.!].*)?|${anyOf(en.affirming)})$`,
);

/** The part of an answer that counts, where what comes before it is taken back or overtaken; empty if nothing is left. */
export function lastSaid(answer: string): string | undefined {
  for (const pattern of [
    ...AMENDED,
    CONCLUDED,
    ON_CONDITION,
    NOT_QUITE,
    OVERTAKEN,
    ON_WORDING,
    CONCEDED,
    ASKED_ENOUGH,
  ]) {
    const found = pattern.exec(answer);
    if (found) return found[1] ?? '';
  }
  return undefined;
}
