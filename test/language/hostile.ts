import { lexiconOf, questionIndexOf } from '../../src/dialogs/reading/vocabulary.ts';
import { accountOfChoices } from '../../src/language/choices/account.ts';
import { readChoice } from '../../src/language/choices/choices.ts';
import { readChoices } from '../../src/language/choices/multi-choice.ts';
import { readCommand } from '../../src/language/commands/commands.ts';
import { isDontKnow, readDontKnow } from '../../src/language/commands/dont-know.ts';
import { readDanger } from '../../src/language/danger/danger.ts';
import { readDate } from '../../src/language/dates/dates.ts';
import { findDates } from '../../src/language/dates/dates-in-text.ts';
import { readDeclaration } from '../../src/language/declarations/declarations.ts';
import { readIntent } from '../../src/language/intents/intents.ts';
import { findDurations } from '../../src/language/numbers/durations.ts';
import { readInteger, readMonths } from '../../src/language/numbers/numbers.ts';
import { readClauseQuestion } from '../../src/language/policy-questions/policy-questions.ts';
import { readStatement } from '../../src/language/statement/statement.ts';
import { readReply } from '../../src/language/yes-no/reply.ts';
import { readYesNo } from '../../src/language/yes-no/yes-no.ts';
import { fixturePolicy } from '../fixtures/policies.ts';

/** A reader of customers' words, with messages made to be the worst for it. */
export interface HostileReader {
  name: string;
  read(message: string): unknown;
  messages: readonly string[];
  /** What the bench lets one message take. */
  limitMs: number;
}

/** In bytes of one kind, about the longest message that a channel lets through. */
const messageLength = 4096;

/** One message of each piece, repeated. */
function repeating(pieces: readonly string[]): string[] {
  return pieces.map((piece) => piece.repeat(messageLength).slice(0, messageLength));
}

const choices = ['Seal damaged', 'Signs of use, scratches and marks', 'Not shipped yet', 'Liquid, sand or insects'].map(
  (title, at) => ({ value: `choice-${at}`, title }),
);
const { file: policy } = fixturePolicy('tool-shop');
const questions = questionIndexOf(policy);
const lexicon = lexiconOf(policy);
const today = '2026-11-21';

// biome-ignore format: a list of pieces reads better in rows.
const forAnswers = [
  '1/1/', 'a ', '😀', 'שלום ', '\u200b', '\u202e', ' ', '.', '?', '1 ', 'no ', 'not ', 'i ', 'please ', 'may ', '1 may ',
  '2 weeks ', 'monday ', 'from ', 'and a half ', 'seal, ', 'ﷺ', '\ud800', '½', '12:',
];
// biome-ignore format: likewise.
const forIntents = [
  'a ', 'a.', 'a-', "n't ", 'not ', 'do not ', 'broken ', 'the drill is broken. ', 'unpronounceableness ', 'x', '1@',
  '@a.', '😀', 'שלום ', 'ﷺ', '\u200b', '\ud800', ' ', '?', '½',
];
// biome-ignore format: likewise.
const forQuestions = [
  'who pays? ', 'who wbrrantz rbfundz shipqing ', 'if i already have the ', 'open the a b c ', '"', 'is it ', 'a, ',
  '1.', 'ﷺ',
];
// biome-ignore format: likewise.
const forStatements = [
  'not ', 'the seal is not broken ', 'bought on 5 may, ', 'order number 1', 'if ', 'receved 2 weeks ago and ', '. ', '?',
  'a@', 'brken ', 'x', 'I bought it on 3 May 2026 and got it on 5/6/2026, last tuesday two weeks ago. ',
];

// biome-ignore format: likewise.
const forDeclarations = [
  'i ', 'i hereby ', 'i withdraw from the ', 'withdraw from ', 'please take this as my formal ', 'consider this order ',
  'under the ', 'right of ', 'notice of ', 'i, a b c, ', ', ', 'reject the ', 'contrakt ', '. ',
];

// biome-ignore format: likewise.
const forDanger = [
  'the ', 'the the my a ', 'smoke ', 'not any be been ', 'the battery is is is ', 'in the in of the ', 'overheated and ',
  'my son is in the hospital ', 'batteri ', 'i want to ', 'can ', ', ', '. ', '?', 'fire. ', 'no fire. ', 'burn burn ',
  'i broke it. ', 'it broke after three weeks and I want my money back please. ',
];

/** The worst messages for what masks personal data: what half looks like a number, an address or a link. */
// biome-ignore format: likewise.
export const hostileToMasking = repeating([
  '1', '1 ', '1-', 'a1', '#', '@', 'a@', 'a.', '+1(', 'order ', 'https://', '1.', '[', 'DE89 ',
]);

const answers: [string, HostileReader['read']][] = [
  ['readDate', (text) => readDate(text, { today })],
  ['findDates', (text) => findDates(text, { today })],
  ['findDurations', findDurations],
  ['readYesNo', (text) => readYesNo(text, 'Does it work?')],
  ['readReply', (text) => readReply(text.slice(0, 500), 'Does it work?')],
  ['readChoice', (text) => readChoice(text, choices)],
  ['readChoices', (text) => readChoices(text, choices)],
  ['readMonths', readMonths],
  ['readInteger', readInteger],
  ['readCommand', readCommand],
  ['isDontKnow', isDontKnow],
  ['readDontKnow', (text) => readDontKnow(text.slice(0, 500))],
  ['accountOfChoices', (text) => accountOfChoices(text, ['choice-1'], choices)],
];

/** All readers of the language; a limit is some four times what the slowest message takes on a quiet machine. */
export const hostileReaders: readonly HostileReader[] = [
  ...answers.map(([name, read]) => ({ name, read, messages: repeating(forAnswers), limitMs: 5 })),
  { name: 'readDanger', read: readDanger, messages: repeating(forDanger), limitMs: 20 },
  { name: 'readIntent', read: readIntent, messages: [...repeating(forIntents), differentWords()], limitMs: 10 },
  {
    name: 'readClauseQuestion',
    read: (text) => readClauseQuestion(questions, text),
    messages: repeating(forQuestions),
    limitMs: 5,
  },
  { name: 'readDeclaration', read: readDeclaration, messages: repeating(forDeclarations), limitMs: 5 },
  {
    // Three recognisers in one: phrases, dates and the classifier, 5 ms each.
    name: 'readStatement',
    read: (text) => readStatement(lexicon, text, { today }),
    messages: repeating(forStatements),
    limitMs: 15,
  },
];

/** The costliest kind of message for what remembers pieces: no piece of it comes twice. */
function differentWords(): string {
  return Array.from({ length: 900 }, (_, at) =>
    (at * 7919).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(+digit)),
  )
    .join(' ')
    .slice(0, messageLength);
}
