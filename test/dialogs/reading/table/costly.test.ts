import { expect, test } from 'vitest';
import { isCostly } from '../../../../src/dialogs/reading/table/costly.ts';
import { begin } from '../../../machines/conversation.ts';

const at = (talk: ReturnType<typeof begin>) => ({ interview: talk.interview, conversation: talk.conversation() });
const stated = (fact: string, value: string | boolean | string[]) => ({ fact, value, source: 'stated' }) as const;

test('an answer that leads to a refusal at once is costly, one that leaves it open is not', () => {
  const talk = begin('tool-shop').says('not-working').says('device');
  expect(talk.asked()).toBe('condition');
  expect(isCostly(at(talk), stated('condition', ['seal-damaged']))).toBe(true);
  expect(isCostly(at(talk), stated('condition', []))).toBe(false);
});

test('so is one with a fee', () => {
  const talk = begin('tool-shop').says('changed-mind').says('device').says('not-shipped');
  expect(talk.asked()).toBe('discounted');
  expect(isCostly(at(talk), stated('discounted', false))).toBe(true);
});
