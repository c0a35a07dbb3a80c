import { expect, test } from 'vitest';
import { caseCard } from '../../../src/desk/teams/card/card.ts';
import { cardMessage, neutral } from '../../../src/desk/teams/card/parts.ts';
import { eventually } from '../../eventually.ts';
import { aCase } from '../case/a-case.ts';
import { cardSchema, flawOf, wordsOn } from './card-schema.ts';
import { ann, teamsShop } from './teams-shop.ts';

const hostile = [
  '<at>Ann Berg</at> pay me',
  '<AT id="0">everyone</AT>',
  '**bold** _it_ `code` # head',
  '[click](https://evil.example/login)',
  '![x](https://evil.example/p.png)',
  'see https://evil.example and www.evil.example',
  '{{DATE(2026-11-21T09:00:00Z, SHORT)}}',
  '<script>alert(1)</script>&lt;at&gt;x&lt;/at&gt;',
  '\u202egnp.exe',
];

test('what a customer writes is shown as words: no markup, mention, link or date function in a card or its thread', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting('fortnight-shop', [hostile.join(' ')]);
  await customer.say(hostile.join('\n'));
  await eventually(() => expect(shop.teams.lines(customer.thread)).toHaveLength(2));
  for (const card of [customer.card(), ...shop.teams.shownIn(customer.thread)]) {
    for (const one of card.body) {
      // Only the assistant’s own words are read as markup.
      if (one.type === 'TextBlock') expect(one.text).not.toMatch(/evil|bold|Ann Berg|everyone/);
    }
    const all = JSON.stringify(card);
    expect(all).not.toMatch(/<\/?at\b|https?:\/\/evil|www\.evil|\{\{|\u202e|"entities"/i);
  }
  expect(shop.teams.lines(customer.thread)[1]).toContain('**bold** _it_ `code` # head');
});

test('the names and reasons of agents are words, too', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting();
  const named = { ...ann, name: '**Ann** <at>x</at>\n\u202e{{TIME(1)}}' };
  const rule = { reference: customer.reference, upholdReason: 'See [this](https://evil.example) <at>Bob</at>' };
  const { card } = await shop.press(named, 'uphold', rule);
  expect(JSON.stringify(card)).not.toMatch(/<\/?at\b|https:\/\/evil|\{\{|\u202e/i);
  const [text = ''] = await customer.newTexts();
  expect(text.split('\n')[0]).toContain('\\*\\*Ann\\*\\* \\<at\\>x');
});

test('very long words fit into a message', async () => {
  const shop = await teamsShop();
  const customer = await shop.waiting('fortnight-shop', ['ü'.repeat(4_000), '😀'.repeat(2_000)]);
  await customer.say('{'.repeat(8_000));
  await eventually(() => expect(shop.teams.lines(customer.thread)).toHaveLength(2));
  expect(wordsOn(customer.card())).toContain('ü'.repeat(100));
});

test('a case with more of everything than a card can hold still fits, and says what is left out', () => {
  const long = '漢'.repeat(400);
  const many = <T>(one: T): T[] => Array.from({ length: 60 }, () => one);
  const clause = { id: 'c', title: long, text: long };
  const view = aCase({
    state: 'claimed',
    steps: ['approve', 'uphold', 'ask', 'hand-back', 'release', 'close'],
    urgent: true,
    shop: { id: 'shop', name: long },
    agent: { id: 'teams:a', name: long },
    opening: long,
    facts: many({ fact: 'f', label: long, summary: long, source: 'stated' }),
    unknown: many({ fact: 'f', label: long, answers: many({ title: long, resolution: 'return' }) }),
    decision: { resolution: 'return', clauses: many(clause), terms: many(clause) },
    details: { orderNumber: long, email: long, serialNumber: long, item: long },
    questions: Array.from({ length: 20 }, (_, index) => ({ fact: `f${index}`, label: 'Label', question: long })),
    grants: ['return', 'cancellation', 'warranty-repair'],
  });
  const content = caseCard(view, { deskUrl: 'http://localhost/desk', notice: long });
  expect(flawOf(cardMessage(content, 'Case'))).toBeUndefined();
  expect(wordsOn(cardSchema.parse(content))).toMatch(/… and \d+ more, which the desk shows/);
});

test.each([
  ['<at>x</at>', '<\u200bat>x<\u200b/at>'],
  ['a < b and <attic>', 'a < b and <attic>'],
  ['line\nline\u0000', 'line\nline '],
  ['😀😀', '😀…'],
])('%j is shown as %j', (text, shown) => {
  expect(neutral(text, text.startsWith('😀') ? 3 : 200)).toBe(shown);
});
