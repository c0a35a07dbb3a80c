import { readAfterwards } from './commands/afterwards.ts';
import { readCommand } from './commands/commands.ts';
import { UNKNOWING } from './commands/dont-know.ts';
import { readReasonQuestion } from './commands/reason-question.ts';
import { wantsPerson } from './commands/wanted-person.ts';
import { readDanger } from './danger/danger.ts';
import { countedIn } from './dates/events/counted.ts';
import { readDays } from './dates/events/days.ts';
import { eventsIn } from './dates/events/events.ts';
import { DATE_RULES } from './dates/spans.ts';
import { plainDateText } from './dates/text.ts';
import { writtenDateKinds } from './dates/written.ts';
import { readDeclaration } from './declarations/declarations.ts';
import { DECLARING } from './declarations/patterns.ts';
import { readIntent } from './intents/intents.ts';
import { findConcerns } from './moods/concerns.ts';
import { readSignOfLife } from './moods/signs-of-life.ts';
import { readReply } from './yes-no/reply.ts';

const SAMPLE = 'I bought it 3 weeks ago';

/** The recognisers whose expressions take long to be compiled when they are first asked, parts of the longest first. */
const recognisers: readonly ((text: string) => unknown)[] = [
  readIntent,
  readDanger,
  readDeclaration,
  findConcerns,
  () => readReply('no'),
  readReply,
  readCommand,
  readAfterwards,
  readReasonQuestion,
  wantsPerson,
  readSignOfLife,
  (text) => plainDateText(text, 0, text.length),
  (text) => eventsIn({ text }),
  (text) => countedIn(text, [], []),
  (text) => readDays(text, { today: '2026-01-31' }),
];

/**
 * Asks every recogniser, one after the other, which in the first message would take half a second: an expression is
 * compiled when it is first used, and once more, for good, when it is used again.
 */
export function* piecesOfLanguage(): Generator<void> {
  for (const pattern of [...UNKNOWING, ...DATE_RULES.map((rule) => rule.pattern), ...DECLARING]) {
    SAMPLE.search(pattern);
    yield;
    SAMPLE.search(pattern);
    yield;
  }
  for (const read of writtenDateKinds()) {
    read(SAMPLE);
    yield;
    read(SAMPLE);
    yield;
  }
  for (const recognise of recognisers) {
    recognise(SAMPLE);
    yield;
    recognise(SAMPLE);
    yield;
  }
}
