import { isNegation, stem, wordsOf } from './words.ts';

const TURNS = /^(?:refus|refrain|fail|unabl|lack|avoid|prevent)/;
const STOP = new Set(
  'a an the is are was were be been do does did has have had can could will would should you your i my me it its this that there these those of to in on at by for from with as and or but so any some when if while whether they them their we our he she not no'.split(
    ' ',
  ),
);

/** Whether a statement affirms or denies what was asked, undefined when they share too little to tell. */
export function statementAgrees(answer: string, question: string): 'yes' | 'no' | undefined {
  const asked = contentOf(question);
  const said = contentOf(answer);
  const shared = [...said].filter((word) => asked.has(word)).length;
  const denies = turns(wordsOf(answer)) % 2 === 1;
  const asksDenied = turns(wordsOf(question)) % 2 === 1;
  if (shared === 0 && !(denies && !asksDenied)) return undefined;
  return denies === asksDenied ? 'yes' : 'no';
}

function contentOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !STOP.has(word) && !isNegation(word))
      .map(stem),
  );
}

function turns(words: readonly string[]): number {
  return words.filter((word) => isNegation(word) || TURNS.test(word)).length > 0 ? 1 : 0;
}
