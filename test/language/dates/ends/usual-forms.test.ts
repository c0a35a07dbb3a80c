import { describe, expect, test } from 'vitest';
import { readEnd } from '../../../../src/language/dates/ends/ends.ts';

const read = (text: string) => readEnd(text, { today: '2026-11-25' });

describe('an end in its everyday forms', () => {
  test.each([
    ['today is the last day, hence my hurry', { kind: 'day', value: '2026-11-25' }],
    ['it runs out today', { kind: 'day', value: '2026-11-25' }],
    ['exactly one week from now', { kind: 'day', value: '2026-12-02' }],
    ['in about ten days', { kind: 'range', from: '2026-12-04', to: '2026-12-06' }],
    ['the label says 08/2027', { kind: 'range', from: '2027-08-01', to: '2027-08-31' }],
    ['end of this year, 31 December', { kind: 'day', value: '2026-12-31' }],
    ['this year, the 20th of December', { kind: 'day', value: '2026-12-20' }],
    ['to the end of 2029', { kind: 'day', value: '2029-12-31' }],
    ['March I think, 2028', { kind: 'range', from: '2028-03-01', to: '2028-03-31' }],
  ])('%s', (text, end) => expect(read(text)).toEqual(end));
});
