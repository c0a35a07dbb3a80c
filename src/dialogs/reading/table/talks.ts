import type { Digression } from '../../../machines/events.ts';
import { isEmpty } from '../evidence/stated.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';

/** What brings a customer back to a talk: the reference of an earlier one, or this one by e-mail. */
export const talks: readonly Row[] = [
  {
    name: 'earlier-case',
    read: (reading) => {
      const { reference } = reading.evidence.earlierTalk;
      if (!reference || isTaken(reading) || isOwn(reading, reference.reference)) return undefined;
      if (answersQuestion(reading, reference.calledBy)) return undefined;
      return aside(reading, { kind: 'earlier-case', reference: reference.reference }, reference.reference);
    },
  },
  {
    name: 'mail-talk',
    read: (reading) => {
      const { evidence } = reading;
      if (!evidence.earlierTalk.isMailWanted || isTaken(reading)) return undefined;
      const { email } = evidence.statement.details;
      return { type: 'digress', about: { kind: 'mail-talk', ...(email && { email }) } };
    },
  },
];

/** A person is there to answer, or something is declared that comes before. */
function isTaken({ conversation, evidence }: Reading): boolean {
  return conversation.case?.state === 'claimed' || evidence.declaration !== undefined;
}

function isOwn({ conversation: { case: filed, decision } }: Reading, reference: string): boolean {
  return filed?.reference === reference || decision?.reference === reference;
}

/** A number that has the form of a reference may well be what is asked for. */
function answersQuestion({ question }: Reading, calledBy: 'reference' | 'other' | undefined): boolean {
  if (calledBy === 'reference') return false;
  return calledBy === 'other' || question?.id === 'serialNumber';
}

/** What the message states of the case besides is kept; the reference is none of its numbers. */
function aside({ statement }: Reading, about: Digression, reference: string): ReturnType<Row['read']> {
  const plain = reference.replace('-', '');
  const others = Object.entries(statement.details).filter(
    ([, value]) => typeof value !== 'string' || value.toUpperCase().replace(/[^\dA-Z]/g, '') !== plain,
  );
  const { orderNumbers: _, ...rest } = { ...statement, details: Object.fromEntries(others) };
  return isEmpty(rest) ? { type: 'digress', about } : { type: 'statement', ...rest, about };
}
