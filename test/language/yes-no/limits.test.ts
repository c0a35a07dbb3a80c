import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/language/yes-no/reply.ts';

const WORKS = 'Does the device itself still work fully?';

describe('what works in part, or up to something, does not work fully', () => {
  test.each([
    'only half the keys respond',
    'just two of the channels work',
    'it runs until it gets warm',
    'starts up, then it switches itself off',
    'works as long as nobody touches the lead',
  ])('%s', (text) => expect(readReply(text, WORKS)).toMatchObject({ says: 'no', isByForm: true }));
});

describe('what worked until now, or was put right, is no such limit', () => {
  test.each(['it works until now', 'it worked badly until it was repaired'])('%s', (text) =>
    expect(readReply(text, WORKS)?.isByForm).toBeUndefined(),
  );
});
