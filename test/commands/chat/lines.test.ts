import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivity } from '../../../src/commands/chat/activity.ts';
import { cardLines } from '../../../src/commands/chat/card.ts';
import { markdownLines } from '../../../src/commands/chat/markdown.ts';
import { messageLines } from '../../../src/commands/chat/message.ts';
import { paint } from '../../../src/commands/chat/style.ts';
import { visible, visibleJson, visibleLine } from '../../../src/commands/chat/text.ts';
import { columnsOf, wrap } from '../../../src/commands/chat/wrap.ts';
import { wordsIn } from '../../../src/dialogs/wording/catalog/words.ts';
import { spoken } from '../../../src/dialogs/wording/replies/case-replies.ts';
import { asJson } from '../../../src/json.ts';
import type { JsonObject } from '../../../src/store/store.ts';

/** What a terminal acts on, or what hides or reorders text. */
const acted = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
/** Any text, with what is hostile to terminals more often than by chance. */
const anyText = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u001b[2J', '\r', '\n', '**', '\\', '\u009d', '\u202e')),
  )
  .map((parts) => parts.join(''));

function plain(lines: string[]): string[] {
  return lines.map((line) => paint(line, false));
}

function shown(activity: JsonObject, width = 60): string[] {
  const stored = { seq: 1, id: 'c|1', at: '2026-11-21T10:00:00.000Z', activity };
  return plain(messageLines(readActivity(stored, 'customer'), width));
}

describe('text of others', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['bell\u0007 back\b delete\u007f', 'bell␇ back␈ delete␡'],
    ['\u009b2J', '‹U+009B›2J'],
    ['safe\u202egpj.exe', 'safe‹U+202E›gpj.exe'],
    ['over\rwritten', 'over␍written'],
    ['zero\u200bwidth', 'zero‹U+200B›width'],
  ])('%j becomes visible', (text, seen) => {
    expect(visible(text)).toBe(seen);
  });

  it('keeps its lines, its languages and its emoji', () => {
    const text = 'Дякую!\r\n👩‍🔧 می‌خواهم\n日本語';
    expect(visible(text)).toBe('Дякую!\n👩‍🔧 می‌خواهم\n日本語');
    expect(visibleLine('one\ntwo')).toBe('one␊two');
  });

  it('whatever it is, nothing is left that a terminal acts on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(text).replaceAll('\n', '')).not.toMatch(acted);
        expect(plain(markdownLines(text, 40)).join('')).not.toMatch(acted);
        expect(shown({ type: 'message', text, from: { id: 'customer' } }).join('')).not.toMatch(acted);
        expect(visibleJson({ text }).replaceAll('\n', '')).not.toMatch(acted);
      }),
    );
  });

  it('is the same text again when its JSON is read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(visibleJson({ text }))).toEqual({ text });
      }),
    );
  });
});

describe('wrapping', () => {
  it('breaks between words and hangs what follows', () => {
    expect(wrap('one two three four', 11, '> ', '  ')).toEqual(['> one two', '  three', '  four']);
  });

  it('a word as wide as the room fits, one column more is cut', () => {
    expect(wrap('12345', 5)).toEqual(['12345']);
    expect(wrap('123456', 5)).toEqual(['12345', '6']);
  });

  it('counts wide characters twice and marks that combine not at all', () => {
    expect(['abc', '日本', '👩‍🔧', 'e\u0301', 'Ґ'].map(columnsOf)).toEqual([3, 4, 2, 1, 1]);
  });

  it('is never wider than it may be', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 120 }), (text, width) => {
        for (const line of wrap(visible(text), width, '> ', '  ')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('the Markdown of the assistant', () => {
  it('becomes bold, bullets and numbers', () => {
    const text = 'Your **A\\*B** case:\n- one thing\n2. another one that is longer';
    expect(markdownLines(text, 20).map((line) => paint(line, true))).toEqual([
      'Your \u001b[1mA*B\u001b[0m case:',
      '• one thing',
      '2. another one that',
      '   is longer',
    ]);
  });

  it('shows a link below its line, in one piece, whatever the width', () => {
    const url = `https://shop.example/form?token=${'x'.repeat(80)}`;
    expect(plain(markdownLines(`Approved. [Open the form](${url}) in time.`, 20))).toEqual([
      'Approved. Open the',
      'form in time.',
      url,
    ]);
  });

  it('takes what others put in brackets for words', () => {
    expect(plain(markdownLines('\\[a\\](https://a.example)', 60))).toEqual(['[a](https://a.example)']);
  });

  it('without colours is plain text', () => {
    expect(plain(markdownLines('Your **reference**', 40))).toEqual(['Your reference']);
    expect(stripVTControlCharacters(paint(markdownLines('**a** b', 40)[0] ?? '', true))).toBe('a b');
  });
});

describe('a question', () => {
  const returns = { kind: 'question', id: 'reason', allowsUnknown: false, atMost: 3 };
  const choices = Array.from({ length: 10 }, (_, i) => ({ value: `v${i}`, title: `Choice ${i}` }));

  it('lists its choices by number', () => {
    const lines = shown({ text: 'Why?', channelData: { returns: { ...returns, input: 'choice', choices } } });
    expect(lines.slice(0, 3)).toEqual(['', 'Why?', '   1) Choice 0']);
    expect(lines.at(-2)).toBe('  10) Choice 9');
    expect(lines.at(-1)).toBe('  a number, or your own words · at most 3 questions left');
  });

  it('with several answers at once takes numbers with commas, or none', () => {
    const asked = { ...returns, input: 'multi-choice', choices: choices.slice(0, 1), allowsUnknown: true, atMost: 1 };
    expect(shown({ text: 'Which?', channelData: { returns: asked } }, 90).at(-1)).toBe(
      '  numbers with commas, or none · "I don\'t know" is fine · the last question',
    );
  });

  it('about a day that was not clear offers the days by number', () => {
    const days = [
      { title: 'Friday 3 April 2026', action: { questionId: 'bought', answer: '2026-04-03' } },
      { title: "I don't know", action: { questionId: 'bought', answer: 'unknown' } },
    ];
    const activity = {
      text: 'Which day?',
      buttons: days,
      channelData: { returns: { ...returns, input: 'date', choices: [] } },
    };
    expect(shown(activity)).toContain('  1) Friday 3 April 2026');
    const stored = { seq: 1, id: 'c|1', at: '2026-11-21T10:00:00.000Z', activity };
    expect(readActivity(stored, 'customer').question?.offers).toEqual([
      { title: 'Friday 3 April 2026', say: '2026-04-03' },
    ]);
  });
});

describe('a decision card', () => {
  const text = (content: string, more: object = {}) => ({ type: 'TextBlock', text: content, ...more });
  const link = `http://localhost:3978/form?token=${'x'.repeat(200)}`;
  const card = {
    type: 'AdaptiveCard',
    body: [
      text('You can send it in', { style: 'heading', weight: 'Bolder' }),
      {
        type: 'FactSet',
        facts: [
          { title: 'Form by', value: 'Saturday' },
          { title: 'Fee', value: '6 % = €6.00' },
        ],
      },
      text('What to do now', { weight: 'Bolder' }),
      text('1. Pack it\n2. Send it'),
      { type: 'Image', url: 'http://example.com/x.png' },
      text('Reference K7M2-9QXD.', { isSubtle: true }),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open the return form', url: link },
      { type: 'Action.Submit', title: 'Change an answer', data: { returns: { command: 'change' } } },
      { type: 'Action.Submit', title: 'None of these', data: { returns: {} } },
    ],
  };

  it('shows headline, figures, steps and what can be said; its link stays in one piece', () => {
    expect(plain(cardLines(card, 40))).toEqual([
      '│ You can send it in',
      '│ Form by  Saturday',
      '│ Fee      6 % = €6.00',
      '│',
      '│ What to do now',
      '│ 1. Pack it',
      '│ 2. Send it',
      '│',
      '│ Reference K7M2-9QXD.',
      '',
      'Open the return form:',
      link,
      '',
      'You can also say "Change an answer".',
    ]);
  });
});

describe('who speaks', () => {
  it('the customer stands behind the prompt, a person of the shop under their name', () => {
    expect(shown({ text: 'hello\nAnna: approved', from: { id: 'customer' } })).toEqual([
      '',
      '> hello',
      '  Anna: approved',
    ]);
    expect(shown({ text: 'I had a look.', from: { id: 'agent', name: 'Anna' } })).toEqual([
      '',
      'Anna:',
      'I had a look.',
    ]);
  });

  it('a name that stands above is not said again', () => {
    const anna = { name: 'Anna *B*', id: 'anna' };
    const reply = asJson(spoken(wordsIn('en'), anna, 'I had a look.'));
    expect(shown(reply)).toEqual(['', 'Anna *B*:', 'I had a look.']);
  });
});
