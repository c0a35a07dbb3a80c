import { describe, expect, test } from 'vitest';
import { rulingOn } from '../../../src/desk/case/rulings.ts';
import { repliesFor } from '../../../src/dialogs/wording/replies/replies.ts';
import { agentStep } from '../../../src/machines/agent.ts';
import { step } from '../../../src/machines/returns.ts';
import type { Resolution } from '../../../src/policy/format/schema.ts';
import { begin } from '../../machines/conversation.ts';
import { words } from '../../wording.ts';

type Talk = ReturnType<typeof begin>;

const at = '2026-11-21T10:00:00.000Z';
const by = { id: 'ann', name: 'Ann' };
const cannot = words.say('ruling.refuse');
const stays = words.say('ruling.uphold');

/** What the customer reads of an upheld case, and when they ask about it later. */
function upheld({ interview, ...talk }: Talk): { told: string; later: string } {
  const conversation = talk.conversation();
  const { resolution } = (conversation.decision?.decision ?? {}) as { resolution?: Resolution };
  const decision = resolution === undefined ? undefined : { resolution, clauses: [], terms: [] };
  const ruling = rulingOn({ grants: ['return'], decision }, { ruling: 'uphold', reason: 'The seal is broken.' });
  if (!ruling) throw new Error('this can be upheld');
  const input = { interview, conversation, reference: 'R9', at };
  const ruled = agentStep(input, { type: 'rule', by, ruling }, at);
  if ('kind' in ruled) throw new Error(ruled.kind);
  const asked = step({ ...input, conversation: ruled.conversation }, { type: 'help' });
  const words = ({ acts, conversation: after }: typeof asked) =>
    repliesFor(acts, { interview, conversation: after })
      .map(({ text }) => text)
      .join('\n');
  return { told: words(ruled), later: words(asked) };
}

describe('a case that is upheld', () => {
  test('which the policy had excluded is told as a decision that stays', () => {
    const excluded = begin('tool-shop').says('changed-mind').says('device').says('received');
    const { told, later } = upheld(excluded.does({ type: 'human' }));
    expect(told).toMatch(new RegExp(`${stays}[^]*The seal is broken`));
    expect(later).toContain(words.say('ruling.uphold.stands'));
    expect(told).not.toContain(cannot);
  });

  test('which was never decided is told as a request that cannot be granted', () => {
    const { told, later } = upheld(begin('tool-shop').says('not-working').does({ type: 'human' }));
    expect(told).toMatch(new RegExp(`${cannot}[^]*The seal is broken[^]*statutory rights`));
    expect(later).toContain(words.say('ruling.refuse.stands'));
    expect(told).not.toContain(stays);
  });

  test('which the policy left to people is told as a request that cannot be granted', () => {
    const review = begin('tool-shop').says('other');
    expect(review.conversation().decision?.decision).toMatchObject({ resolution: 'human-review' });
    expect(upheld(review).told).toContain(cannot);
  });
});
