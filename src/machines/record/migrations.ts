import { z } from 'zod';

/** A record as it is in the store: only its own migration knows its shape. */
export type StoredRecord = Record<string, unknown>;

const conversationOfVersion2 = z.looseObject({
  answers: z.array(z.looseObject({ source: z.string() })),
  told: z.array(z.unknown()),
  trail: z.array(z.unknown()),
  ranges: z.array(z.looseObject({ source: z.string() })).default([]),
});

/** Each entry turns a record of its index + 1 into the next version. */
export const migrations: ((record: StoredRecord) => StoredRecord)[] = [
  // 2 reads free messages (what was inferred, rough days, members named in passing) and keeps what people at a desk did.
  // None of it is in older records.
  (record) => ({ ...record, version: 2 }),
  // 3 knows the language of the conversation; until then the only one was English. Private words became plain ones.
  ({ conversation, ...record }) => ({
    ...record,
    version: 3,
    language: 'en',
    conversation: inPlainWords(conversation),
  }),
  // 4 knows whether a case is urgent; until then only one was whose parcel is to be refused.
  ({ conversation, ...record }) => ({ ...record, version: 4, conversation: withUrgentCase(conversation) }),
  // 5 knows of an order how many of a line there are and what has been settled, and asks for hours; no older record
  // says any of that.
  (record) => ({ ...record, version: 5 }),
];

const conversationOfVersion3 = z.looseObject({ case: z.looseObject({ because: z.string().optional() }).optional() });

function withUrgentCase(conversation: unknown): unknown {
  const { case: filed, ...rest } = conversationOfVersion3.parse(conversation);
  return filed ? { ...rest, case: { ...filed, isUrgent: filed.because === 'refuse-delivery' } } : rest;
}

function inPlainWords(conversation: unknown): unknown {
  const { told, trail, ...rest } = conversationOfVersion2.parse(conversation);
  return {
    ...rest,
    fromLookUp: told,
    history: trail,
    answers: rest.answers.map(withSource),
    ranges: rest.ranges.map(withSource),
  };
}

function withSource<T extends { source: string }>(answer: T): T {
  return { ...answer, source: plainSource(answer.source) };
}

/** The name since version 3 of who gives an answer. */
export function plainSource(source: string): string {
  if (source === 'said') return 'stated';
  return source === 'heard' ? 'inferred' : source;
}
