import { describe, expect, test } from 'vitest';
import { nothingStated, type Statement } from '../../src/machines/events.ts';
import type { Answer } from '../../src/machines/record/record.ts';
import { begin } from './conversation.ts';

const inferred = (facts: Record<string, Answer['value']>): Answer[] =>
  Object.entries(facts).map(([fact, value]) => ({ fact, value, source: 'inferred' }));

const stated = (more: Partial<Statement>) => ({ type: 'statement', ...nothingStated, ...more }) as const;

describe('what was read from a free message', () => {
  test('is shown back before anything else is asked, when it is more than one thing', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'not-working', goods: 'device' }) }));
    expect(talk.phase()).toBe('confirming');
    expect(talk.asked()).toBe('confirm');
    expect(talk.does({ type: 'yes' }).asked()).toBe('condition');
    expect(talk.conversation().answers.map(({ source }) => source)).toEqual(['stated', 'stated']);
  });

  test('is asked about at once when it was read in doubt', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'not-working' }), isUnsure: true }));
    expect(talk.asked()).toBe('confirm');
  });

  test('waits with its confirmation when it is one thing, but decides nothing without', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'changed-mind' }) }));
    expect(talk.asked()).toBe('goods');
    expect(talk.says('device').says('received').asked()).toBe('confirm');
    expect(talk.decision()).toBeUndefined();
    expect(talk.does({ type: 'yes' }).decision()).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });

  test('can be changed instead of confirmed', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'not-working', goods: 'device' }) }));
    talk.does({ type: 'change', fact: 'reason' });
    expect(talk.asked()).toBe('reason');
    expect(talk.says('changed-mind').asked()).toBe('delivery');
    expect(talk.says('not-shipped').asked()).toBe('discounted');
    expect(talk.says(false).asked()).toBe('confirm');
  });

  test('after "no" the customer says what is wrong', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'not-working', goods: 'device' }) }));
    expect(talk.does({ type: 'no' }).asked()).toBe('changeWhich');
  });

  test('"yes, and …" confirms what was shown and keeps what is added', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'not-working', goods: 'device' }) }));
    talk.does(stated({ inferred: inferred({ delivery: 'received' }), isAgreement: true }));
    expect(talk.conversation().answers.map(({ source }) => source)).toEqual(['stated', 'stated', 'inferred']);
  });

  test('does not displace what was answered where the two cannot both be', () => {
    const talk = begin('tool-shop').says('not-working').says('device');
    talk.does(stated({ inferred: inferred({ delivery: 'not-shipped' }) }));
    expect(talk.conversation().answers.map(({ fact }) => fact)).toEqual(['reason', 'goods']);
  });

  test('counts among the questions that can still come', () => {
    const plain = begin('tool-shop').says('not-working').atMost() ?? 0;
    const free = begin('tool-shop')
      .does(stated({ inferred: inferred({ reason: 'not-working' }) }))
      .atMost();
    expect(free).toBe(plain + 1);
  });

  test('withdraws a decision if it says something else, and only then', () => {
    const talk = begin('tool-shop').says('changed-mind').says('device').says('received');
    expect(talk.decision()).toBeDefined();
    talk.does(stated({ inferred: inferred({ reason: 'changed-mind' }) }));
    expect(talk.kinds()).toEqual(['decisionStands']);
    talk.does(stated({ inferred: inferred({ reason: 'not-working' }) }));
    expect(talk.kinds()).toContain('withdraw');
    expect(talk.conversation().decision).toBeUndefined();
  });
});

describe('a day said roughly', () => {
  const rough = (from: string, to: string) => stated({ ranges: [{ fact: 'purchasedOn', from, to, source: 'stated' }] });
  const broken = () => begin('tool-shop').says('not-working').says('device').says('received');

  test('is never asked for where both ends decide the same', () => {
    const talk = broken().does(rough('2026-06-01', '2026-08-31'));
    const asked: (string | undefined)[] = [];
    const answers: Record<string, Answer['value']> = { discounted: false, condition: [], warrantyMonths: 24 };
    for (let id = talk.asked(); id !== undefined; id = talk.asked()) {
      asked.push(id);
      talk.says(answers[id] ?? 'unknown');
    }
    expect(asked).not.toContain('purchasedOn');
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'return' }, facts: { purchasedOn: '2026-06-01' } });
  });

  test('is asked for where the ends decide otherwise', () => {
    const talk = broken().does(rough('2025-10-01', '2025-12-31'));
    const answers: Record<string, Answer['value']> = { discounted: false, condition: [], warrantyMonths: 12 };
    while (talk.asked() !== 'purchasedOn' && talk.asked()) talk.says(answers[talk.asked() ?? ''] ?? 'unknown');
    expect(talk.asked()).toBe('purchasedOn');
    expect(talk.says('2025-12-24').decision()).toMatchObject({ decision: { resolution: 'return' } });
  });

  test('is confirmed before it decides when it was only inferred', () => {
    const talk = begin('tool-shop').says('not-working').says('device').says('received');
    talk.does(stated({ ranges: [{ fact: 'purchasedOn', from: '2020-01-01', to: '2020-03-31', source: 'inferred' }] }));
    const answers: Record<string, Answer['value']> = { discounted: false, condition: [], warrantyMonths: 12 };
    while (talk.asked() !== 'confirm' && talk.asked()) talk.says(answers[talk.asked() ?? ''] ?? 'unknown');
    expect(talk.asked()).toBe('confirm');
    expect(talk.does({ type: 'yes' }).decision()).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });
});

describe('something else on the mind', () => {
  test('is answered, and the open question stays', () => {
    const talk = begin('tool-shop')
      .says('not-working')
      .does({ type: 'digress', about: { kind: 'thanks' } });
    expect(talk.kinds()).toEqual(['digression', 'ask']);
    expect(talk.asked()).toBe('goods');
  });

  test('is answered after a decision without repeating it', () => {
    const talk = begin('tool-shop').says('changed-mind').says('device').says('received');
    expect(talk.does({ type: 'digress', about: { kind: 'thanks' } }).kinds()).toEqual(['digression']);
  });

  test('a person who was perhaps asked for is offered', () => {
    const talk = begin('tool-shop').does({ type: 'offerHuman' });
    expect(talk.asked()).toBe('offerHuman');
    expect(talk.does({ type: 'no' }).asked()).toBe('reason');
  });
});
