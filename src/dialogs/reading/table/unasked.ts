import type { CustomerEvent } from '../../../machines/events.ts';
import { statusQuestion, unclear } from '../answers/answer-events.ts';
import { isEmpty } from '../evidence/stated.ts';
import { answeredAnew } from './answered-anew.ts';
import { readCorrected, saysNothing } from './corrections.ts';
import { otherItem } from './other-item.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';

/** Messages that come while no question is open: a correction, a question, or something to add. */
const whileNothingIsAsked: readonly Row[] = [
  otherItem,
  {
    name: 'unasked-correction',
    read: (reading) =>
      isEmpty(reading.statement) && saysNothing(reading.digression ?? unclear) ? readCorrected(reading) : undefined,
  },
  // How things stand is what is said to anything else, too.
  {
    name: 'unasked-status',
    read: ({ digression }) =>
      digression?.type === 'digress' && digression.about.kind === 'case-status' ? statusQuestion : undefined,
  },
  answeredAnew,
  { name: 'unasked-digression', read: readDigression },
  { name: 'unasked-statement', read: ({ statement }) => ({ type: 'statement', ...statement }) },
];

export const unasked: readonly Row[] = whileNothingIsAsked.map(({ name, read }) => ({
  name,
  read: (reading) => (reading.question ? undefined : read(reading)),
}));

function readDigression({ statement, digression }: Reading): CustomerEvent | undefined {
  return digression?.type === 'human' || isEmpty(statement) ? (digression ?? unclear) : undefined;
}
