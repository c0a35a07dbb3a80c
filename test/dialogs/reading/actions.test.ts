import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import { buttonsOf } from '../../../src/dialogs/wording/buttons.ts';
import { questionOf } from '../../../src/dialogs/wording/questions.ts';
import { nothingStated } from '../../../src/machines/events.ts';
import type { Answer } from '../../../src/machines/record/record.ts';
import { begin } from '../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const said = (...facts: [string, string][]) => {
  const inferred = facts.map(([fact, value]): Answer => ({ fact, value, source: 'inferred' }));
  return { type: 'statement', ...nothingStated, inferred } as const;
};

const buttonsIn = ({ interview, conversation }: Talk) => {
  const { open = { id: 'none', unclear: 0 } } = conversation();
  return buttonsOf(interview, conversation(), questionOf(interview, conversation(), open), open);
};

const press = ({ interview, conversation }: Talk, action: unknown) =>
  readMessage(interview, conversation(), { value: { returns: action } });

describe('the buttons below what is shown back', () => {
  const shown = () => begin('tool-shop').does(said(['reason', 'not-working'], ['goods', 'device']));

  test('agree to it', () => {
    const talk = shown();
    expect(press(talk, buttonsIn(talk)[0]?.action)).toEqual({ type: 'yes' });
    expect(press(talk, { questionId: 'confirm', answer: true })).toEqual({ type: 'yes' });
  });

  test('do not agree to what is shown back later', () => {
    const talk = shown();
    const [yes, no] = buttonsIn(talk);
    talk.does(said(['discounted', 'unknown']));
    expect(talk.asked()).toBe('confirm');
    expect(press(talk, yes?.action)).toEqual({ type: 'stale' });
    expect(press(talk, no?.action)).toEqual({ type: 'stale' });
  });

  test('change each thing shown, days known roughly as well', () => {
    const range = { fact: 'purchasedOn', from: '2026-03-01', to: '2026-03-31', source: 'inferred' } as const;
    const inferred: Answer[] = [{ fact: 'reason', value: 'not-working', source: 'inferred' }];
    const talk = begin('tool-shop').does({ type: 'statement', ...nothingStated, inferred, ranges: [range] });
    const changes = buttonsIn(talk).slice(2);
    expect(changes).toHaveLength(2);
    for (const { action } of changes) {
      const again = begin('tool-shop').does({ type: 'statement', ...nothingStated, inferred, ranges: [range] });
      expect('fact' in action && again.does(press(again, action)).asked()).toBe('fact' in action && action.fact);
    }
  });
});

describe('"change the …" in words', () => {
  test('finds days known roughly by their label', () => {
    const range = { fact: 'purchasedOn', from: '2026-03-01', to: '2026-03-31', source: 'inferred' } as const;
    const talk = begin('tool-shop').says('not-working');
    talk.does({ type: 'statement', ...nothingStated, ranges: [range] });
    const { label = '' } = talk.interview.policy.file.facts.purchasedOn ?? {};
    const read = readMessage(talk.interview, talk.conversation(), { text: `change the ${label.toLowerCase()}` });
    expect(read).toEqual({ type: 'change', fact: 'purchasedOn' });
  });
});
