import { describe, expect, test } from 'vitest';
import { begin } from './conversation.ts';

const asked = { type: 'digress', about: { kind: 'erase-data' } } as const;

describe('who wants everything deleted', () => {
  test('hears what that means and is asked once more', () => {
    const talk = begin('tool-shop').says('not-working').does(asked);
    expect(talk.kinds()).toEqual(['erasureAsked', 'ask']);
    expect(talk.asked()).toBe('eraseData');
    expect(talk.phase()).toBe('erasing');
  });

  test('and says yes, is forgotten and asked as if new', () => {
    const talk = begin('tool-shop').says('not-working');
    const first = begin('tool-shop').conversation();
    talk.does(asked).does({ type: 'yes' });
    expect(talk.kinds()).toEqual(['erased', 'ask']);
    expect(talk.conversation()).toEqual(first);
  });

  test('and says no, goes on where it was', () => {
    const talk = begin('tool-shop').says('not-working');
    const before = talk.conversation();
    talk.does(asked).does({ type: 'no' });
    expect(talk.conversation()).toEqual(before);
    expect(talk.kinds()).toEqual(['ask']);
  });

  test('is not taken at anything but a yes, and not asked for ever', () => {
    const talk = begin('tool-shop').does(asked);
    talk.does({ type: 'unclear', problem: { kind: 'not-understood' } });
    expect(talk.kinds()).toEqual(['explain', 'ask']);
    talk.does({ type: 'unclear', problem: { kind: 'not-understood' } });
    talk.does({ type: 'unclear', problem: { kind: 'not-understood' } });
    expect(talk.asked()).toBe('reason');
  });

  test('takes a case that waits back with it', () => {
    const talk = begin('tool-shop').does({ type: 'human' }).does(asked).does({ type: 'yes' });
    expect(talk.acts().slice(0, 2)).toEqual([{ type: 'withdraw', reference: 'R2', what: 'case' }, { type: 'erased' }]);
    expect(talk.conversation().case).toBeUndefined();
  });

  test('and says no, still has the case', () => {
    const talk = begin('tool-shop').does({ type: 'human' }).does(asked).does({ type: 'no' });
    expect(talk.phase()).toBe('handedOver');
    expect(talk.kinds()).toEqual(['caseStands']);
  });

  test('while somebody is in danger, loses no case over it', () => {
    const talk = begin('tool-shop').does({ type: 'danger', kind: 'hazard' }).does(asked);
    expect(talk.asked()).toBeUndefined();
    expect(talk.conversation().case?.state).toBe('waiting');
  });
});
