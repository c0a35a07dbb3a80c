import { describe, expect, test } from 'vitest';
import type { CannedReply } from '../../../src/desk/replies/replies.ts';
import { filled, valuesOf } from '../../../web/desk/speak/placeholders.js';
import { foundClauses, foundReplies, quoted, repliesSource } from '../../../web/desk/speak/replies.js';
import { ann, view } from './cases.ts';

const reply = (own: Partial<CannedReply>): CannedReply => ({
  id: own.title ?? '',
  of: 'shop',
  title: '',
  text: '',
  ...own,
});
const clause = (id: string) => ({ id, title: `Clause ${id}`, text: `About ${id}.` });

test('what the case tells is filled in, and the rest stays visible', () => {
  const values = valuesOf(
    view({
      reference: 'AAAA-AAAA',
      language: 'en',
      order: { number: 'FD-1003', items: ['Lamp'], item: 'Lamp' },
      decision: { resolution: 'return', clauses: [], terms: [], deadline: '2026-12-05' },
    }),
    ann,
  );
  expect(filled('{item} of {order}, {reference}, by {deadline}. {agent}, {shop}', values)).toBe(
    'Lamp of FD-1003, AAAA-AAAA, by 5 December 2026. Ann, The Shop',
  );
  expect(filled('Dear {customer}, track {tracking}: {1}', values)).toBe('Dear {customer}, track {tracking}: {1}');
});

test('the day is written as the customer’s language writes it', () => {
  const decision = { resolution: 'return' as const, clauses: [], terms: [], deadline: '2026-12-05' };
  const values = valuesOf(view({ reference: 'AAAA-AAAA', language: 'de', decision }), ann);
  expect(values.deadline).toBe('5. Dezember 2026');
});

test('who sent in the form is called by the name they gave there', () => {
  const submitted = { rma: 'R1', at: '', fields: [{ field: 'name', label: 'Name', answer: 'Anna Berg' }] };
  expect(valuesOf(view({ reference: 'AAAA-AAAA', language: 'en', submitted }), ann).customer).toBe('Anna Berg');
});

describe('replies', () => {
  const all = [reply({ title: 'Label' }), reply({ title: 'Etikett', language: 'de' }), reply({ title: 'Thanks' })];
  const titles = (found: CannedReply[]) => found.map(({ title }) => title);

  test('in the customer’s language come first, those in another do not come', () => {
    expect(titles(foundReplies(all, '', 'de'))).toEqual(['Etikett', 'Label', 'Thanks']);
    expect(titles(foundReplies(all, '', 'en'))).toEqual(['Label', 'Thanks']);
    expect(titles(foundReplies(all, 'lab', 'en'))).toEqual(['Label']);
  });

  test('are offered as the customer would read them', () => {
    const source = repliesSource(
      [reply({ title: 'Label', text: 'For {order}' })],
      { order: 'FD-1' },
      { language: 'en', label: '' },
    );
    expect(source.find('')).toMatchObject([{ detail: 'For FD-1', insert: 'For FD-1' }]);
  });
});

test('clauses that decide come first, each once, with their words in quotes', () => {
  const decision = { resolution: 'return' as const, clauses: [clause('b')], terms: [clause('c')] };
  const found = foundClauses({ clauses: [clause('a'), clause('b'), clause('c')], decision }, '');
  expect(found.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(quoted(clause('a'))).toBe('Clause a: “About a.”');
  expect(quoted({ ...clause('a'), text: '' })).toBe('Clause a');
});
