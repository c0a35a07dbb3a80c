import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/machines/acts.ts';
import { type FiledCase, filedCaseSchema } from '../../src/machines/case.ts';
import { newConversation } from '../../src/machines/record/record.ts';
import { withWaiting } from '../../src/machines/waiting.ts';

const nine = '2026-11-21T09:00:00.000Z';
const ten = '2026-11-21T10:00:00.000Z';
const ann = { id: 'ann', name: 'Ann' };
const answer: Act = { type: 'agentMessage', agent: ann, text: 'Hello' };
const filed = (own: Partial<FiledCase> = {}): FiledCase =>
  filedCaseSchema.parse({ reference: 'R-1', state: 'claimed', ...own });

function stepped(
  before: FiledCase | undefined,
  now: FiledCase,
  { acts = [], isFromCustomer = false }: { acts?: Act[]; isFromCustomer?: boolean } = {},
): FiledCase | undefined {
  const knows = (one: FiledCase | undefined) => ({ ...newConversation(), ...(one && { case: one }) });
  return withWaiting({ before: knows(before), after: knows(now), acts, isFromCustomer, at: ten }).case;
}

describe('a customer', () => {
  it('waits from the filing of the case on', () => {
    expect(stepped(undefined, filed({ state: 'waiting' }))).toMatchObject({ waitingSince: ten });
  });

  it('waits since the first message that nobody has answered', () => {
    const own = filed({ waitingSince: nine });
    expect(stepped(own, own, { isFromCustomer: true })).toMatchObject({ waitingSince: nine });
  });

  it('waits no longer after a word of a person, and again after the next message', () => {
    const own = filed({ waitingSince: nine });
    const answered = stepped(own, own, { acts: [answer] });
    expect(answered).toMatchObject({ answeredAt: ten });
    expect(answered).not.toHaveProperty('waitingSince');
    expect(answered && stepped(answered, answered, { isFromCustomer: true })).toMatchObject({ waitingSince: ten });
  });

  it('goes on waiting where a person only claims the case or gives it back', () => {
    const own = filed({ state: 'waiting', waitingSince: nine });
    expect(stepped(own, filed({ waitingSince: nine }))).toMatchObject({ waitingSince: nine });
    expect(stepped(filed({ waitingSince: nine }), own)).toMatchObject({ waitingSince: nine });
  });

  it('waits for nothing once the case is settled, and anew where it is opened again', () => {
    const closed = stepped(
      filed({ waitingSince: nine, snoozedUntil: ten }),
      filed({ state: 'closed', waitingSince: nine }),
    );
    expect(closed).not.toHaveProperty('waitingSince');
    expect(closed && stepped(closed, { ...closed, state: 'waiting' })).toMatchObject({ waitingSince: ten });
  });
});

describe('a case that is put aside', () => {
  const aside = filed({ snoozedUntil: '2026-11-22T09:00:00.000Z' });
  it('stays so while nothing is heard of its customer', () => {
    expect(stepped(aside, aside, { acts: [answer] })).toHaveProperty('snoozedUntil');
  });
  it('is back when its customer writes', () => {
    expect(stepped(aside, aside, { isFromCustomer: true })).not.toHaveProperty('snoozedUntil');
  });
});
