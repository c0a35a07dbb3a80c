import { describe, expect, test } from 'vitest';
import { formUrlOf } from '../../../../src/dialogs/turns/writes/form-url.ts';
import type { FormLinks } from '../../../../src/forms/links.ts';
import { begin } from '../../../machines/conversation.ts';

const formLinks: Pick<FormLinks, 'link'> = {
  link: ({ reference, claim }) => Promise.resolve(`${reference} ${claim.resolution} until ${claim.deadline}`),
};
const links: FormLinks = {
  ...formLinks,
  verify: () => Promise.resolve({ kind: 'malformed' }),
  publicKeys: { keys: [] },
};

const again = { type: 'digression', about: { kind: 'form-again' } } as const;
const returned = () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-10');

describe('the form link of a decision that stands', () => {
  const linkOn = (talk: ReturnType<typeof begin>, today: string) =>
    formUrlOf(links, { ...talk.interview, today, now: undefined }, talk.conversation(), [again]);

  test('is made again for who asks for it, while the form can be sent', async () => {
    const talk = returned();
    const first = await formUrlOf(links, talk.interview, talk.conversation(), talk.acts());
    expect(first).toContain('return until 2026-11-24');
    expect(await linkOn(talk, '2026-11-24')).toBe(first);
  });

  test('is gone the day after', async () => expect(await linkOn(returned(), '2026-11-25')).toBeUndefined());

  test('does not exist for a refusal', async () => {
    const refused = begin('fortnight-shop').says('changed-mind').says('received').says('2026-10-01');
    expect(refused.decision()).toMatchObject({ decision: { resolution: 'not-eligible' } });
    expect(await linkOn(refused, '2026-11-21')).toBeUndefined();
  });

  test('is not made for anything else that is said', async () => {
    const { interview, conversation } = returned();
    const thanks = { type: 'digression', about: { kind: 'thanks' } } as const;
    expect(await formUrlOf(links, interview, conversation(), [thanks])).toBeUndefined();
  });
});
