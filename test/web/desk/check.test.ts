import { beforeEach, describe, expect, test } from 'vitest';
import { Check, type CheckAnswer, type CheckState } from '../../../web/desk/check/model.js';
import { Refusal } from '../../../web/desk/model/refusal.js';

const question = { fact: 'reason', label: 'Reason', question: 'Why?', choices: [], allowsUnknown: true };
const ask: CheckAnswer = { kind: 'undecided', ask: { ...question, type: 'choice' }, missing: [], atMost: 2 };

let checked: { policy: string; facts: Record<string, unknown> }[];
let filed: string[];
let refused: (facts: Record<string, unknown>) => boolean;
let state: CheckState;
let check: Check;

beforeEach(async () => {
  [checked, filed] = [[], []];
  refused = () => false;
  check = new Check({
    api: {
      policies: async () => ['one', 'two'].map((id) => ({ id, name: id })),
      async check(policy, facts) {
        checked.push({ policy, facts });
        if (refused(facts)) throw new Refusal({ code: 'invalid-value', message: 'expected a date' });
        return ask;
      },
      async fileForCaller({ story }) {
        filed.push(story);
        return 'AAAA-AAAA';
      },
    },
    show(shown) {
      state = shown;
    },
  });
  await check.open();
});

describe('a policy run for somebody on the phone', () => {
  test('begins with the first shop, without a fact', () => {
    expect([state.isOpen, state.policy, checked]).toEqual([true, 'one', [{ policy: 'one', facts: {} }]]);
  });

  test('is told every fact in turn', async () => {
    await check.answer(ask.ask, 'withdrawal', 'I changed my mind');
    expect(checked.at(-1)).toEqual({ policy: 'one', facts: { reason: 'withdrawal' } });
    expect(state.stated.map(({ title }) => title)).toEqual(['I changed my mind']);
  });

  test('asks again for what it does not take, and says why', async () => {
    await check.answer(ask.ask, 'withdrawal', 'I changed my mind');
    refused = (facts) => 'bought' in facts;
    await check.answer({ ...ask.ask, fact: 'bought' }, 'yesterday', 'yesterday');
    expect([state.mistake, state.stated.map(({ fact }) => fact)]).toEqual(['expected a date', ['reason']]);
  });

  test('says why where it takes nothing at all', async () => {
    refused = () => true;
    await check.choose('two');
    expect([state.mistake, state.answer]).toEqual(['expected a date', undefined]);
  });

  test('goes back to any of the answers', async () => {
    await check.answer(ask.ask, 'withdrawal', 'I changed my mind');
    await check.answer({ ...ask.ask, fact: 'delivery' }, 'received', 'I have received it');
    await check.backTo(0);
    expect([state.stated, checked.at(-1)?.facts]).toEqual([[], {}]);
  });

  test('files a case once, however often that is pressed while it is under way', async () => {
    const caller = { orderNumber: '', email: '', story: 'Call me' };
    await Promise.all([check.file(caller), check.file(caller)]);
    expect([filed, state.filed]).toEqual([['Call me'], 'AAAA-AAAA']);
  });

  test('begins anew for another shop', async () => {
    await check.answer(ask.ask, 'withdrawal', 'I changed my mind');
    await check.choose('two');
    expect([state.stated, checked.at(-1)]).toEqual([[], { policy: 'two', facts: {} }]);
  });
});
