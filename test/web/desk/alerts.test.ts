import { expect, test } from 'vitest';
import type { CaseSummary } from '../../../src/desk/case/case-view.ts';
import { alertsOf } from '../../../web/desk/model/alerts.js';
import { ownUnread, unreadOf } from '../../../web/desk/model/unread.js';
import { ann, bob, summary } from './cases.ts';

const waiting = summary({ reference: 'AAAA-AAAA' });
const mine = summary({ reference: 'BBBB-BBBB', state: 'claimed', agent: ann });
const theirs = summary({ reference: 'CCCC-CCCC', state: 'claimed', agent: bob });
const kinds = (before: CaseSummary[], after: CaseSummary[]) =>
  alertsOf({ cases: before, read: {} }, { cases: after, read: {} }, ann.id).map(({ kind }) => kind);

test('what is there at the first look is no news', () => {
  expect(alertsOf(undefined, { cases: [waiting, mine], read: {} }, ann.id)).toEqual([]);
});

test('a new case is news once, and an urgent one as such', () => {
  expect(kinds([], [waiting])).toEqual(['new']);
  expect(kinds([waiting], [waiting])).toEqual([]);
  expect(kinds([], [{ ...waiting, urgent: true }])).toEqual(['urgent']);
  expect(kinds([waiting], [{ ...waiting, urgent: true }])).toEqual(['urgent']);
});

test('a case that goes back to the queue, or to this agent, is news; one that a colleague takes is none', () => {
  expect(kinds([theirs], [{ ...theirs, state: 'waiting' }])).toEqual(['new']);
  expect(kinds([theirs], [{ ...theirs, agent: ann }])).toEqual(['assigned']);
  expect(kinds([waiting], [{ ...waiting, state: 'claimed', agent: bob }])).toEqual([]);
});

test('a message is news in a case of one’s own', () => {
  const told = alertsOf(
    { cases: [mine, theirs], read: { 'BBBB-BBBB': 1, 'CCCC-CCCC': 0 } },
    { cases: [mine, theirs], read: { 'BBBB-BBBB': 2, 'CCCC-CCCC': 1 } },
    ann.id,
  );
  expect(told).toEqual([{ kind: 'message', one: mine }]);
});

test('unread are messages since the last look, and what was never opened', () => {
  const read = { 'AAAA-AAAA': 0, 'BBBB-BBBB': 3 };
  expect(unreadOf(read, waiting, ann.id)).toBe(0);
  expect(unreadOf(read, mine, ann.id)).toBe(3);
  expect(unreadOf({}, waiting, ann.id)).toBe('new');
  expect(unreadOf({}, mine, ann.id)).toBe('new');
  expect(unreadOf({}, theirs, ann.id)).toBe(0);
  expect(unreadOf(undefined, waiting, ann.id)).toBe(0);
  expect(ownUnread([waiting, mine, theirs], read, ann.id)).toEqual([mine]);
});
