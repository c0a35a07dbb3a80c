import { anyOf } from '../text/phrases.ts';
import en from './en/multi-choice.json' with { type: 'json' };

/** What a reply excepts from all or from none. */
export interface Exception {
  /** The members that are excepted, as they were listed. */
  list: string;
  /** True if all the others are meant: "all but 2". */
  isAllBut: boolean;
}

const EXCEPT = `[ ,]+${anyOf(en.exceptions)} (.+)$`;
const ALL_BUT = new RegExp(`^${anyOf(en.all)}${EXCEPT}`);
const NONE_BUT = new RegExp(`^${anyOf(en.noneBut)}${EXCEPT}`);
const SOUND_BUT = new RegExp(`^${anyOf(en.all)}(?:['\u2019]s| is| are| looks?)? ${anyOf(en.allSound)}${EXCEPT}`);

/** The exception that a whole reply makes: "all but 2", "nothing except the seal", "everything is fine apart from it". */
export function exceptionIn(plain: string): Exception | undefined {
  const fewer = (SOUND_BUT.exec(plain) ?? NONE_BUT.exec(plain))?.[1];
  if (fewer !== undefined) return { list: fewer, isAllBut: false };
  const more = ALL_BUT.exec(plain)?.[1];
  return more === undefined ? undefined : { list: more, isAllBut: true };
}
