import { expect, test } from 'vitest';
import { asWritten, asWrittenInLine } from '../../../src/desk/chatwoot/card/markdown.ts';
import { eventually } from '../../eventually.ts';
import { chatwootShop } from './chatwoot-shop.ts';

const hostile = [
  '[@Mia](mention://user/11/Mia)',
  '(mention://team/1/everybody)',
  '{{ contact.email }} {% raw %} {%- assign x = 1 -%}',
  '**bold** _it_ ~~no~~ `code` <b onclick=alert(1)>x</b> <!-- y -->',
  '![tracker](https://evil.example/p.png) [link](javascript:alert(1))',
  '# heading\n> quote\n- list\n+ list\n1. list\n2) list\n===\n| a | b |',
  'https://evil.example/login',
].join('\n');

test.each([
  ['it is 5 * 3 = 15', 'it is 5 \\* 3 = 15'],
  ['a_b', 'a\\_b'],
  ['- not a list', '\\- not a list'],
  ['  2. neither', '  2\\. neither'],
  ['say 2. nothing', 'say 2. nothing'],
  ['see https://x.example', 'see https\\://x.example'],
  ['(mention://user/1/A)', '\\(mention\\://user/1/A\\)'],
  ['50 %', '50 \\%'],
  ['back\\slash', 'back\\\\slash'],
  ['left\u202eright\u0000', 'left right '],
  ['Grüße 👋', 'Grüße 👋'],
])('%j is written as %j', (text, written) => expect(asWritten(text)).toBe(written));

test('in one line nothing begins a line', () => {
  expect(asWrittenInLine(' one\n# two\n- three ')).toBe('one \\# two - three');
});

test('nothing of a customer becomes a mention, a template, a link or markup, in whichever message', async () => {
  const shop = await chatwootShop();
  const { customer, conversation } = await shop.filed([hostile]);
  shop.pass(0.01);
  await customer.say(hostile);
  await eventually(() => expect(conversation.messages.at(-1)?.content).toContain('mention'));
  const [packet, ...others] = conversation.messages;
  const theirs = others.filter(({ content }) => content.includes('evil'));
  expect(theirs.length).toBeGreaterThanOrEqual(2);
  for (const { content } of [packet, ...theirs].filter((one) => one !== undefined)) {
    // What Chatwoot scans notes for, as it does.
    expect([...content.matchAll(/\(mention:\/\/(user|team)\/(\d+)\/(.+?)\)/g)]).toEqual([]);
    expect(content).not.toMatch(/\{\{|\{%/);
  }
  for (const { content } of theirs) {
    expect(content.replace(/\\[^a-z0-9\s]/gi, '')).not.toMatch(/[`_[\]{}<>|]|https?:\/\/|^#|^> /m);
  }
});

test.each(['\\', ' ', '1', '://', '\n'])('a long hostile message of %j is written to its end', (piece) => {
  expect(asWritten(`${piece.repeat(8_000)}end`)).toMatch(/end$/);
});
