import { expect, test } from 'vitest';
import { escaped } from '../../../src/desk/slack/card/blocks.ts';
import { eventually } from '../../eventually.ts';
import { shownText } from './block-schemas.ts';
import { workspace } from './workspace.ts';

const hostile = [
  '<!channel> <!here|now> <!everyone>',
  '@here @channel @everyone',
  '<@U0ANN> <#C0CASES> <!subteam^S0TEAM>',
  '<https://evil.example|Click to approve> https://evil.example/pay',
  '*bold* _it_ ~no~ `code` ```block``` > quote',
  '&lt;!channel&gt; &amp;lt;!here&amp;gt;',
  '"}],"blocks":[{"type":"divider"}]',
  ':rotating_light: :emoji:',
].join(' ');

/** What Slack would act on in a text with markup: its commands, mentions and links, and plain addresses. */
const active = /<[!@#]|<https?:|<mailto:|https?:\/\/|(^|[^\w\u200b])@(here|channel|everyone)\b/;

test('nothing a customer writes becomes a mention, a link or markup', async () => {
  const { slack, escalated, press } = await workspace();
  const { customer, card, reference } = await escalated(hostile);
  await customer.say(`again ${hostile}`, { attachments: [{ contentType: 'text/plain', name: '<!channel>.txt' }] });
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));
  await eventually(() => expect(slack.messages.length).toBeGreaterThanOrEqual(4));
  // Top-level texts are read as markup, and only they: the fake takes nothing but plain and rich text in blocks.
  for (const { text } of slack.messages) expect(text).not.toMatch(active);
  expect(JSON.stringify(slack.messages.map(({ blocks }) => blocks))).not.toContain('mrkdwn');
  // It is shown as it was written all the same.
  expect(slack.inThread(card.ts).join('\n')).toContain('<https://evil.example|Click to approve>');
  expect(slack.inThread(card.ts).join('\n')).toContain('[file: <!channel>.txt]');
  expect(slack.refusals()).toEqual([]);
});

test('a very long story fits into what Slack takes', async () => {
  const { slack, escalated } = await workspace();
  const { customer, card } = await escalated('x'.repeat(7_000));
  await customer.say(`${'<&>'.repeat(2_000)}`);
  await customer.say('😀'.repeat(2_000));
  await eventually(() => expect(slack.inThread(card.ts)).toHaveLength(3));
  expect(slack.refusals()).toEqual([]);
  // All of it, and no character in halves.
  expect(slack.inThread(card.ts)[1]?.replace(/\n/g, '')).toBe(`Customer${'<&>'.repeat(2_000)}`);
  expect(slack.inThread(card.ts)[2]?.replace(/\n/g, '')).toBe(`Customer${'😀'.repeat(2_000)}`);
});

test.each([
  ['<!channel>', '&lt;!channel&gt;'],
  ['a & b', 'a &amp; b'],
  ['*so* `it` _is_', 'so it is'],
  ['@here', '@\u200bhere'],
  ['https://evil.example', 'https:\u200b//evil.example'],
  ['line\nbreak', 'line break'],
])('in markup %s is %s', (text, expected) => {
  expect(escaped(text, 100)).toBe(expected);
});

test('a cut leaves no half of anything', () => {
  expect(escaped('<<<<<<', 3)).toBe('&lt;&lt;…');
  expect(escaped('😀😀', 2)).toBe('…');
});
