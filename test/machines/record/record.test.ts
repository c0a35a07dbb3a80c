import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newConversation, RecordError, readRecord, recordVersion } from '../../../src/machines/record/record.ts';

const saved = (version: number): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`records/version-${version}.json`, import.meta.url), 'utf8'));

describe('a stored conversation', () => {
  test.each(Array.from({ length: recordVersion - 1 }, (_, i) => i + 1))('of version %i is read', (version) => {
    const record = readRecord(saved(version));
    expect(record.version).toBe(recordVersion);
    expect(record.conversation).toMatchObject(saved(version).conversation as object);
  });

  test('older than free messages heard nothing in them', () => {
    expect(readRecord(saved(1)).conversation).toMatchObject({ ranges: [], mentioned: {} });
  });

  test('newer than the program is refused', () => {
    const newer = { ...saved(1), version: recordVersion + 1 };
    expect(() => readRecord(newer)).toThrow(RecordError);
  });

  test('that does not fit its version is refused', () => {
    const odd = {
      version: recordVersion,
      policy: { id: 'x', digest: 'y' },
      conversation: { ...newConversation(), mood: 1 },
    };
    expect(() => readRecord(odd)).toThrow(RecordError);
  });
});
