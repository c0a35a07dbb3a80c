import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;
const read = (talk: Talk, text: string) => interpret(talk.interview, talk.conversation(), text);
const asking = () => begin('tool-shop');
const earlier = {
  row: 'earlier-case',
  event: { type: 'digress', about: { kind: 'earlier-case', reference: 'K7M2-9QXD' } },
};

describe('the reference of an earlier chat', () => {
  test.each([
    'K7M2-9QXD',
    'k7m2-9qxd',
    'my reference is K7M2-9QXD',
    'reference K7M29QXD',
    'Hi, I was here before: ref K7M2-9QXD.',
    'any news on case K7M2-9QXD?',
  ])('"%s" is one', (text) => expect(read(asking(), text)).toEqual(earlier));

  test('is one after a decision, too', () =>
    expect(read(asking().says('changed-mind').says('device'), 'K7M2-9QXD')).toMatchObject(earlier));

  test.each([
    'hard-ware',
    'BACK-PACK',
    'order K7M2-9QXD',
    'serial number K7M2-9QXD',
    '2345-6789',
    'K7M29QXD',
    'XK7M2-9QXD',
  ])('"%s" is none', (text) => expect(read(asking(), text).row).not.toBe('earlier-case'));

  test('beside what is said of the case, that is kept', () =>
    expect(read(asking(), 'The drill stopped working, my reference is K7M2-9QXD').event).toMatchObject({
      type: 'statement',
      inferred: [{ fact: 'reason', value: 'not-working' }],
      about: { kind: 'earlier-case', reference: 'K7M2-9QXD' },
    }));

  test('danger comes before it', () =>
    expect(read(asking(), 'It is on fire! Reference K7M2-9QXD').event).toMatchObject({ type: 'danger' }));

  test('of two nobody knows which is meant', () =>
    expect(read(asking(), 'K7M2-9QXD or K7M2-9QXE').row).not.toBe('earlier-case'));
});

describe('this chat by e-mail', () => {
  test.each([
    'Send me a link to this chat',
    'please email me this conversation',
    'Can I continue on my phone?',
    'I want to continue this chat later',
    'could you e-mail me a link, thanks',
  ])('"%s" asks for it', (text) =>
    expect(read(asking(), text)).toEqual({
      row: 'mail-talk',
      event: { type: 'digress', about: { kind: 'mail-talk' } },
    }),
  );

  test('at the address that it names', () =>
    expect(read(asking(), 'Send me a link to this chat at anna@example.com').event).toEqual({
      type: 'digress',
      about: { kind: 'mail-talk', email: 'anna@example.com' },
    }));

  test.each(['send me the link', 'I lost the link', 'can I send it back later?', 'my email is anna@example.com'])(
    '"%s" does not',
    (text) => expect(read(asking(), text).row).not.toBe('mail-talk'),
  );
});

describe('the digits of a message that may be a code', () => {
  test.each(['1234-5678', '12345678', '1234 5678', 'the code is 1234-5678.', 'Code: 12345678'])('"%s"', (text) =>
    expect(readMessage(asking().interview, asking().conversation(), { text })).toMatchObject({ code: '12345678' }),
  );

  test.each(['1234-567', 'order 12345678', '12345678 or so', '123456789', 'K7M2-9QXD'])('not of "%s"', (text) =>
    expect(readMessage(asking().interview, asking().conversation(), { text })).not.toHaveProperty('code'),
  );
});
