import { expect, test } from 'vitest';
import { mentionsIn, stillCalled } from '../../../src/desk/notes/mentions.ts';

const ann = { id: 'ann-berg', name: 'Ann Berg' };
const anna = { id: 'anna', name: 'Anna' };
const bob = { id: 'U07', name: 'Bob Stone' };
const bobby = { id: 'U08', name: 'Bob Hill' };

test.each([
  ['@Ann Berg, please look', [ann]],
  ['@ann-berg please', [ann]],
  ['please look, @ANN', [ann]],
  ['(@anna)', [anna]],
  ['write to joe@ann.example', []],
  ['@Annabel knows', []],
  ['@Bob could be either of them', []],
  ['@Bob Hill it is', [bobby]],
  ['nobody is called', []],
])('"%s" calls %j', (text, called) => {
  expect(mentionsIn(text, [ann, anna, bob, bobby])).toEqual(called);
});

test('who writes a note calls nobody by their own name', () => {
  const at = '2026-11-21T10:00:00Z';
  expect(stillCalled([{ at, what: 'noted', by: ann, note: 'me, @ann', mentions: [ann] }])).toEqual([]);
});
