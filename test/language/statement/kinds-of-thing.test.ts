import { expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readStatement } from '../../../src/language/statement/statement.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';

const facts = (text: string) =>
  readStatement(lexiconOf(fixturePolicy('tool-shop').file), text, { today: '2026-11-21' }).facts;

test('what only tells the kind of a thing is no message: "I bought a code reader on 3 May 2026"', () =>
  expect(facts('I bought a code reader on 3 May 2026')).toContainEqual(
    expect.objectContaining({ fact: 'purchasedOn', value: '2026-05-03' }),
  ));

test('a message is still none of the item: "I received your mail on 3 May 2026"', () =>
  expect(facts('I received your mail on 3 May 2026').map(({ fact }) => fact)).not.toContain('purchasedOn'));

test('a program that starts is no fault', () =>
  expect(facts('the program starts').filter(({ confidence }) => confidence === 'high')).toEqual([]));
