import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDanger } from '../../../src/language/danger/danger.ts';

const messages = (name: string): string[] =>
  JSON.parse(readFileSync(new URL(`messages/${name}.json`, import.meta.url), 'utf8'));

const dangers = (['hazard', 'injury', 'distress'] as const).flatMap((kind) =>
  messages(kind).map((message) => ({ kind, message })),
);

describe('a message that tells of danger', () => {
  test('is understood in many wordings', () => {
    expect(dangers.length).toBeGreaterThan(400);
    expect(dangers.filter(({ message }) => !readDanger(message))).toEqual([]);
  });

  test('of somebody who may harm themselves is never taken for one about a thing, nor the other way round', () => {
    const isDistress = ({ message }: { message: string }) => readDanger(message)?.kind === 'distress';
    expect(dangers.filter((one) => isDistress(one) !== (one.kind === 'distress'))).toEqual([]);
  });

  test('tells which of its characters say so', () => {
    const text = 'Order EQ-1001. The   battery is really SWOLLEN, can I send it back?';
    const { kind, start = 0, end = 0 } = readDanger(text) ?? {};
    expect([kind, text.slice(start, end)]).toEqual(['hazard', 'battery is really SWOLLEN']);
  });

  test('is understood at the end of a long story', () => {
    const text = `${'I had ordered it for my mother and waited. '.repeat(60)}Now the battery is swollen.`;
    const { start = 0, end = 0 } = readDanger(text) ?? {};
    expect(text.slice(start, end)).toBe('battery is swollen');
  });

  test('of several dangers the worst counts', () => {
    expect(readDanger('The charger burned my hand. I want to die.')?.kind).toBe('distress');
    expect(readDanger('The charger caught fire and burned my hand.')?.kind).toBe('injury');
  });
});

describe('no danger', () => {
  test('is seen in everyday words that only sound alike', () => {
    const everyday = messages('everyday');
    expect(everyday.length).toBeGreaterThan(600);
    expect(everyday.filter((message) => readDanger(message))).toEqual([]);
  });

  test.each([
    ['could it catch fire?', 'it caught fire'],
    ['what if the battery swells?', 'what now, the battery swells'],
    ['does the charger melt?', 'why does the charger melt?'],
    ['is it dangerous if it smokes?', 'is it dangerous that it smokes?'],
    ['there was no smoke', 'there was smoke'],
    ['nobody was injured', 'somebody was injured'],
    ['I read that it can catch fire', 'I saw it catch fire'],
    ['no smoke', 'no, smoke!'],
  ])('%s, as against: %s', (harmless, danger) => {
    expect(readDanger(harmless)).toBeUndefined();
    expect(readDanger(danger)).toBeDefined();
  });

  test.each([
    ['I was in hospital, so I am late', 'I was in hospital because of your heater'],
    ['My mother is in hospital and I could not send it back in time', 'My mother is in hospital'],
    ['I broke my leg and missed the deadline', 'The chair collapsed and I broke my leg'],
    ["I can't take it any more, where is my refund?", "I lost everything and I can't take it any more"],
  ])('%s, as against: %s', (harmless, danger) => {
    expect(readDanger(harmless)).toBeUndefined();
    expect(readDanger(danger)).toBeDefined();
  });
});
