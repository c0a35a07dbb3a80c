import { describe, expect, test } from 'vitest';
import { type AgentEvent, agentStep } from '../../src/machines/agent.ts';
import type { Agent } from '../../src/machines/case.ts';
import { type CustomerEvent, nothingStated } from '../../src/machines/events.ts';
import { phaseOf, step } from '../../src/machines/returns.ts';
import { begin } from './conversation.ts';

const ann: Agent = { id: 'ann', name: 'Ann' };
const at = '2026-11-21T10:00:00.000Z';

/** A customer of the tool shop whose case waits. */
function waiting() {
  const talk = begin('tool-shop').says('not-working').does({ type: 'human' });
  const input = { interview: talk.interview, conversation: talk.conversation(), reference: 'FRESH', at };
  const desk = {
    conversation: () => input.conversation,
    phase: () => phaseOf(input.conversation),
    agent(event: AgentEvent) {
      const stepped = agentStep(input, event, at);
      if ('kind' in stepped) throw new Error(stepped.kind);
      input.conversation = stepped.conversation;
      return stepped.acts;
    },
    customer(event: CustomerEvent) {
      const stepped = step(input, event);
      input.conversation = stepped.conversation;
      return stepped.acts;
    },
  };
  return desk;
}

const everything: CustomerEvent[] = [
  { type: 'answer', answer: { fact: 'goods', value: 'device', source: 'stated' } },
  { type: 'statement', ...nothingStated, inferred: [{ fact: 'goods', value: 'digital', source: 'inferred' }] },
  { type: 'digress', about: { kind: 'thanks' } },
  { type: 'detail', details: { orderNumber: 'EQ-1001', email: 'a@example.com' } },
  { type: 'unclear', problem: { kind: 'not-understood' } },
  { type: 'ambiguous', candidates: ['2026-01-02', '2026-02-01'] },
  { type: 'stale' },
  { type: 'yes' },
  { type: 'no' },
  { type: 'change', fact: 'reason' },
  { type: 'change' },
  { type: 'back' },
  { type: 'startOver' },
  { type: 'help' },
  { type: 'human' },
  { type: 'offerHuman' },
  { type: 'cancelCase' },
  { type: 'unclaimed' },
];

describe('after a claim', () => {
  test.each(everything)('the bot says nothing to "$type", and nothing changes', (event) => {
    const desk = waiting();
    desk.agent({ type: 'claim', by: ann });
    const before = desk.conversation();
    expect(desk.customer(event)).toEqual([]);
    expect(desk.conversation()).toEqual(before);
  });

  test('numbers and addresses are noted with the case, and what else is said is not', () => {
    const desk = waiting();
    desk.agent({ type: 'claim', by: ann });
    const inferred = [{ fact: 'goods', value: 'device', source: 'inferred' } as const];
    const details = { email: 'lena@example.com' };
    expect(desk.customer({ type: 'statement', ...nothingStated, inferred, details })).toEqual([]);
    expect(desk.conversation().details).toMatchObject(details);
    expect(desk.conversation().answers).not.toContainEqual(inferred[0]);
  });

  test('a question that the person puts is answered, and the bot still says nothing', () => {
    const desk = waiting();
    desk.agent({ type: 'claim', by: ann });
    expect(desk.agent({ type: 'ask', by: ann, fact: 'goods' })).toMatchObject([{ type: 'ask', agent: ann }]);
    expect(desk.phase()).toBe('askedByAgent');
    expect(desk.customer({ type: 'unclear', problem: { kind: 'not-understood' } })).toEqual([]);
    const answer = { fact: 'goods', value: 'device', source: 'stated' } as const;
    expect(desk.customer({ type: 'answer', answer })).toEqual([]);
    expect(desk.conversation().answers).toContainEqual(answer);
    expect(desk.phase()).toBe('withAgent');
  });

  test('a question that the policy does not have cannot be put', () => {
    const desk = waiting();
    desk.agent({ type: 'claim', by: ann });
    expect(() => desk.agent({ type: 'ask', by: ann, fact: 'constructor' })).toThrow('no-such-question');
    expect(() => desk.agent({ type: 'ask', by: ann, fact: 'price' })).toThrow('no-such-question');
  });

  test('handed back, the bot goes on where the interview stands', () => {
    const desk = waiting();
    desk.agent({ type: 'claim', by: ann });
    const acts = desk.agent({ type: 'handBack', by: ann, summary: 'We looked at the photo.' });
    expect(acts.map(({ type }) => type)).toEqual(['handedBack', 'ask']);
    expect(desk.phase()).toBe('asking');
  });
});

describe('a person', () => {
  test('talks only with a customer whose case they have', () => {
    const desk = waiting();
    expect(() => desk.agent({ type: 'say', by: ann, text: 'Hello' })).toThrow('not-in-this-state');
    desk.agent({ type: 'claim', by: ann });
    expect(() => desk.agent({ type: 'say', by: { id: 'bob', name: 'Bob' }, text: 'Hello' })).toThrow('taken');
    expect(desk.agent({ type: 'say', by: ann, text: 'Hello' })).toMatchObject([
      { type: 'agentMessage', text: 'Hello' },
    ]);
  });
});

describe('a customer', () => {
  test('whose case was ruled can have it reopened under the same reference', () => {
    const desk = waiting();
    const ruling = { ruling: 'uphold', resolution: 'human-review', isException: false, reason: 'So it is.' } as const;
    desk.agent({ type: 'rule', by: ann, ruling });
    expect(desk.customer({ type: 'change', fact: 'reason' }).map(({ type }) => type)).toEqual(['caseStands']);
    expect(desk.customer({ type: 'human' })).toMatchObject([{ type: 'reopen' }]);
    expect(desk.conversation().case).toMatchObject({ state: 'waiting', reference: 'R3' });
  });

  test('who needs nobody any more takes the request back', () => {
    const desk = waiting();
    expect(desk.customer({ type: 'cancelCase' })).toMatchObject([{ type: 'cancelled' }]);
    expect(desk.conversation().case?.state).toBe('closed');
  });

  test('whose case nobody claims can leave an address, from the second reminder on', () => {
    const desk = waiting();
    expect(desk.customer({ type: 'unclaimed' }).map(({ type }) => type)).toEqual(['unclaimed']);
    expect(desk.customer({ type: 'unclaimed' }).map(({ type }) => type)).toEqual(['unclaimed', 'ask']);
    expect(desk.phase()).toBe('leavingContact');
    desk.customer({ type: 'detail', details: { email: 'a@example.com' } });
    expect(desk.phase()).toBe('handedOver');
    expect(desk.conversation().details.email).toBe('a@example.com');
  });

  test('who starts over after a ruling keeps what was granted', () => {
    const desk = waiting();
    const ruling = { ruling: 'approve', resolution: 'return', isException: true, reason: 'Fine.' } as const;
    desk.agent({ type: 'rule', by: ann, ruling });
    const acts = desk.customer({ type: 'startOver' });
    expect(acts.map(({ type }) => type)).not.toContain('withdraw');
    expect(desk.phase()).toBe('asking');
  });
});

describe('after a person has closed the case', () => {
  const closed = () => {
    const desk = waiting();
    desk.agent({ type: 'claim', by: ann });
    desk.agent({ type: 'close', by: ann, note: '' });
    return desk;
  };

  const forAnn: CustomerEvent[] = [
    { type: 'unclear', problem: { kind: 'not-understood' } },
    { type: 'statement', ...nothingStated, inferred: [{ fact: 'reason', value: 'other', source: 'inferred' }] },
    { type: 'digress', about: { kind: 'out-of-scope' } },
    { type: 'digress', about: { kind: 'refund-status' } },
  ];
  test.each(forAnn)('what the customer says ($type) opens it again for the same person', (event) => {
    const desk = closed();
    expect(desk.customer(event)).toMatchObject([{ type: 'cameBack', agent: ann }]);
    expect(desk.conversation().case).toMatchObject({ state: 'claimed', agent: ann });
    expect(desk.phase()).toBe('withAgent');
  });

  const forBot: CustomerEvent[] = [
    { type: 'digress', about: { kind: 'thanks' } },
    { type: 'digress', about: { kind: 'goodbye' } },
    { type: 'digress', about: { kind: 'policy-question', clauses: [], facts: [] } },
    { type: 'help' },
  ];
  test.each(forBot)('a courtesy, or what the bot can answer, leaves it closed', (event) => {
    const desk = closed();
    desk.customer(event);
    expect(desk.conversation().case?.state).toBe('closed');
  });
});

describe('after a ruling to which a person has added something', () => {
  const ruled = (text?: string, isAutomatic?: true) => {
    const desk = waiting();
    const ruling = { ruling: 'uphold', resolution: 'not-eligible', isException: false, reason: 'Too late.' } as const;
    desk.agent({ type: 'rule', by: ann, ruling });
    if (text !== undefined) desk.agent({ type: 'say', by: ann, text, ...(isAutomatic && { isAutomatic }) });
    return desk;
  };
  const unclear: CustomerEvent = { type: 'unclear', problem: { kind: 'not-understood' } };
  const ok: CustomerEvent = { type: 'digress', about: { kind: 'acknowledged' } };

  const forAnn: CustomerEvent[] = [
    unclear,
    { type: 'statement', ...nothingStated, inferred: [{ fact: 'reason', value: 'other', source: 'inferred' }] },
    { type: 'digress', about: { kind: 'out-of-scope' } },
    { type: 'digress', about: { kind: 'file-kept' } },
    { type: 'offerHuman' },
  ];
  test.each(forAnn)('what the customer answers ($type) is for that person', (event) => {
    const desk = ruled('Is there anything else?');
    expect(desk.customer(event)).toMatchObject([{ type: 'cameBack', agent: ann }]);
    expect(desk.conversation().case).toMatchObject({ state: 'claimed', agent: ann, ruling: { ruling: 'uphold' } });
    expect(desk.phase()).toBe('withAgent');
  });

  const forBot: CustomerEvent[] = [
    { type: 'digress', about: { kind: 'thanks' } },
    { type: 'digress', about: { kind: 'form-again' } },
    { ...unclear, asksStatus: true },
    { type: 'change', fact: 'reason' },
    { type: 'help' },
  ];
  test.each(forBot)('a courtesy, or what the bot can answer ($type), leaves it as it is', (event) => {
    const desk = ruled('Is there anything else?');
    desk.customer(event);
    expect(desk.conversation().case?.state).toBe('ruled');
  });

  test('"ok" is an answer to a question, and a courtesy to anything else', () => {
    const asked = ruled('Shall we send a new one?');
    asked.customer(ok);
    expect(asked.conversation().case?.state).toBe('claimed');
    const told = ruled('We send a new one.');
    told.customer(ok);
    expect(told.conversation().case?.state).toBe('ruled');
  });

  test.each([[undefined], ['Thank you for writing.', true as const]])(
    'but where nobody has, or a rule alone, the bot answers',
    (text?: string, isAutomatic?: true) => {
      const desk = ruled(text, isAutomatic);
      expect(desk.customer(unclear)).toMatchObject([{ type: 'caseStands' }]);
      expect(desk.conversation().case?.state).toBe('ruled');
    },
  );

  test('and whose customer was answered since, goes back to the bot once it is ruled on again', () => {
    const desk = ruled('Is there anything else?');
    desk.customer(unclear);
    const ruling = { ruling: 'approve', resolution: 'return', isException: true, reason: 'Fine.' } as const;
    desk.agent({ type: 'rule', by: ann, ruling });
    desk.customer(unclear);
    expect(desk.conversation().case?.state).toBe('ruled');
  });
});

describe('a customer who waits for a person’s answer', () => {
  const question: CustomerEvent = { type: 'unclear', problem: { kind: 'not-understood' } };
  const reminded = () => {
    const desk = waiting();
    desk.agent({ type: 'claim', by: ann });
    desk.customer(question);
    return { ...desk, acts: desk.customer({ type: 'unanswered' }) };
  };

  test('has that person reminded, then is with all people again and hears so', () => {
    const desk = reminded();
    expect(desk.acts).toMatchObject([{ type: 'unanswered', agent: ann }]);
    expect(desk.customer({ type: 'unanswered' })).toMatchObject([{ type: 'leftWaiting', agent: ann }]);
    const filed = desk.conversation().case;
    expect(filed).toMatchObject({ state: 'waiting' });
    expect(filed).not.toHaveProperty('agent');
    expect(filed?.history.map(({ what }) => what)).toEqual(['filed', 'claimed', 'reminded', 'left-waiting']);
  });

  test('waits no more once the person has answered, and anew with the next message', () => {
    const desk = reminded();
    desk.agent({ type: 'say', by: ann, text: 'I am looking.' });
    expect(desk.customer({ type: 'unanswered' })).toEqual([]);
    desk.customer({ type: 'digress', about: { kind: 'thanks' } });
    expect(desk.conversation().case).not.toHaveProperty('unanswered');
    desk.customer(question);
    expect(desk.conversation().case?.unanswered).toEqual({ since: at, isReminded: false });
  });

  test('waits from the claim on, and for the new person from when the case changed hands', () => {
    const desk = reminded();
    desk.agent({ type: 'takeOver', by: { id: 'bob', name: 'Bob' } });
    expect(desk.conversation().case?.unanswered).toEqual({ since: at, isReminded: false });
  });
});

describe('a message to the customer', () => {
  const ruling = { ruling: 'uphold', resolution: 'human-review', isException: false, reason: 'So it is.' } as const;

  test('is said after a ruling and after a closing, and changes neither', () => {
    const desk = waiting();
    desk.agent({ type: 'rule', by: ann, ruling });
    expect(desk.agent({ type: 'say', by: ann, text: 'The label comes by post.' })).toHaveLength(1);
    expect(desk.conversation().case?.state).toBe('ruled');
    desk.agent({ type: 'close', by: ann, note: '' });
    expect(desk.agent({ type: 'say', by: ann, text: 'It is on its way.' })).toHaveLength(1);
    expect(desk.conversation().case?.state).toBe('closed');
  });

  test('needs a claim before, unless a rule of the other desk sends it', () => {
    const desk = waiting();
    expect(() => desk.agent({ type: 'say', by: ann, text: 'Hello' })).toThrow('not-in-this-state');
    const bob = { id: 'rule', name: 'The shop' };
    expect(desk.agent({ type: 'say', by: bob, text: 'We answer by noon.', isAutomatic: true })).toHaveLength(1);
    expect(desk.conversation().case).toMatchObject({ state: 'waiting' });
    desk.agent({ type: 'claim', by: ann });
    expect(desk.agent({ type: 'say', by: bob, text: 'How was it?', isAutomatic: true })).toHaveLength(1);
  });
});
