import { expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { sentence } from '../../wording.ts';
import { channelUser } from './channel-user.ts';
import { fakeConnector, type Posted } from './fake-connector.ts';
import { product } from './product.ts';

const asked = ({ channelData }: Posted) => channelData?.returns;
interface Card {
  content: { body: { type: string; text?: string }[]; actions: { data?: unknown; url?: string }[] };
}

test('a whole interview in Teams, by number, by card and in words, ends with the decision on a card', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  let seen = 0;
  const next = async (count: number): Promise<Posted> => {
    seen += count;
    await eventually(() => expect(connector.accepted).toHaveLength(seen));
    return connector.accepted.at(-1) as Posted;
  };

  await anna.says('hello');
  expect(asked(await next(2))).toMatchObject({ id: 'reason' });
  await anna.says('1');
  expect(asked(await next(1))).toMatchObject({ id: 'orderNumber' });
  await anna.says("I don't know");
  expect(asked(await next(1))).toMatchObject({ id: 'receivedOn' });
  await anna.says('1 October 2026');
  const condition = await next(1);
  expect(asked(condition)).toMatchObject({ id: 'condition', input: 'multi-choice' });
  const [{ content }] = condition.attachments as [Card];
  const submit = content.actions[0]?.data as Record<string, unknown>;
  expect(submit).toEqual({ returns: { questionId: 'condition' } });
  // What Teams sends for a tick in the first box.
  await anna.says(undefined, { value: { ...submit, answer: '' }, text: null });
  await next(1);
  await anna.says(undefined, { value: { returns: { questionId: 'condition', answer: [] } } });
  expect(asked(await next(1))).toMatchObject({ id: 'warrantyMonths' });
  await anna.says('24 months');
  const decision = await next(1);
  expect(asked(decision)).toMatchObject({ kind: 'decision', resolution: 'warranty-repair' });
  const [{ content: card }] = decision.attachments as [Card];
  const words = card.actions.flatMap(({ data }) => (data === undefined ? [] : [data]));
  expect(words[0]).toMatchObject({ msteams: { type: 'messageBack', value: { returns: { command: 'change' } } } });
  expect(card.actions.some(({ url }) => url?.includes('/form?token='))).toBe(true);
});

test('a whole interview on a channel that has words alone shows the whole decision in them', async () => {
  const { base } = await product();
  const anna = channelUser(base, 'http://127.0.0.1:9', 'sms');
  const says = async (text: string) => (await anna.asks(text)).at(-1) as Posted;
  await says('hello');
  expect((await says('1')).text).toContain('say "I don\'t know"');
  await says("I don't know");
  const condition = await says('2026-10-01');
  expect(condition.text).toMatch(/1\. Seals.*\n2\. .*"1, 2".*"none"/s);
  expect(condition).not.toHaveProperty('attachments');
  await says('none');
  const decision = await says('24 months');
  expect(asked(decision)).toMatchObject({ kind: 'decision', resolution: 'warranty-repair' });
  expect(decision).toMatchObject({ textFormat: 'plain' });
  expect(decision).not.toHaveProperty('attachments');
  for (const part of [
    sentence('decision.steps'),
    /1\. /,
    /Reference [2-9A-Z]{4}-/,
    /form\?token=/,
    /"Change an answer"/,
  ]) {
    expect(decision.text).toMatch(part);
  }
  expect(decision.text).not.toContain('**');
});
