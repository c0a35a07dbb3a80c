import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newConversation, RecordError, readRecord, recordVersion } from '../../../src/machines/record/record.ts';

type Sourced = { source: string }[];
type OldRecord = {
  version: number;
  conversation: {
    answers: Sourced;
    told?: unknown;
    trail?: unknown;
    fromLookUp?: unknown;
    history?: unknown;
    ranges?: Sourced;
  };
};

const saved = (version: number): OldRecord =>
  JSON.parse(readFileSync(new URL(`records/version-${version}.json`, import.meta.url), 'utf8'));

const withoutSources = (list: Sourced) => list.map(({ source: _, ...rest }) => rest);

describe('a stored conversation', () => {
  test.each(Array.from({ length: recordVersion - 1 }, (_, i) => i + 1))('of version %i is read', (version) => {
    const { conversation } = saved(version);
    const record = readRecord(saved(version));
    expect(record.version).toBe(recordVersion);
    const { answers, told, trail, ranges = [], ...kept } = conversation;
    expect(record.conversation).toMatchObject({ fromLookUp: told, history: trail, ...kept });
    expect(record.conversation.answers).toMatchObject(withoutSources(answers));
    expect(record.conversation.ranges).toMatchObject(withoutSources(ranges));
  });

  test('older than version 3 was in English, and its sources get their plain names', () => {
    const { language, conversation } = readRecord(saved(2));
    expect(language).toBe('en');
    expect(conversation.answers.map(({ source }) => source)).toEqual(['stated', 'inferred']);
    expect(conversation.ranges.map(({ source }) => source)).toEqual(['inferred']);
    expect(conversation.fromLookUp.map(({ source }) => source)).toEqual(['order', 'order', 'order']);
  });

  test('older than free messages has nothing from them', () => {
    expect(readRecord(saved(1)).conversation).toMatchObject({ ranges: [], mentioned: {} });
  });

  test('older than version 4 was urgent where a parcel was to be refused', () => {
    expect(readRecord(saved(3)).conversation.case).toMatchObject({ because: 'refuse-delivery', isUrgent: true });
    expect(readRecord(saved(2)).conversation.case).toMatchObject({ because: 'asked-for-human', isUrgent: false });
  });

  test('newer than the program is refused', () => {
    const newer = { ...saved(1), version: recordVersion + 1 };
    expect(() => readRecord(newer)).toThrow(RecordError);
    expect(() => readRecord(newer)).toThrow(expect.objectContaining({ code: 'newer-record' }));
  });

  test('that does not fit its version is refused', () => {
    const odd = {
      version: recordVersion,
      language: 'en',
      policy: { id: 'x', digest: 'y' },
      conversation: { ...newConversation(), mood: 1 },
    };
    expect(() => readRecord(odd)).toThrow(RecordError);
    expect(() => readRecord(odd)).toThrow(expect.objectContaining({ code: 'unreadable-record' }));
    expect(() => readRecord({})).toThrow(expect.objectContaining({ code: 'unreadable-record' }));
  });
});
