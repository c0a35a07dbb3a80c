import { describe, expect, it, onTestFinished } from 'vitest';
import { asJson } from '../../../src/json.ts';
import { newConversation, recordVersion } from '../../../src/machines/record/record.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import type { StoredCase, TurnCommit } from '../../../src/store/store.ts';
import { createTalkKeys } from '../../../src/talks/keys.ts';
import { createTalkLimits } from '../../../src/talks/limits.ts';
import type { Mail } from '../../../src/talks/mail/mailer.ts';
import { createMails } from '../../../src/talks/mail/mails.ts';
import { createTalks, mailEffect } from '../../../src/talks/talks.ts';
import { createMemoryUses } from '../../../src/uses.ts';
import { temporaryPlaces } from '../../store/places.ts';
import { committed, opening, turn } from '../../store/sqlite/turns.ts';

const newPlace = temporaryPlaces();
const start = Date.parse('2026-11-21T09:00:00.000Z');
const MINUTE = 60_000;
const never = new AbortController().signal;

const recordWith = (email: string | undefined) =>
  asJson({
    version: recordVersion,
    language: 'en',
    policy: { id: 'tool-shop', digest: 'sha256:aa' },
    conversation: { ...newConversation(), details: { email } },
  });
const caseOf = (conversationId: string, reference: string): StoredCase => ({
  ...{ reference, conversationId, state: 'waiting', urgent: false, caseFile: {} },
});

/** A shop with the chats of Anna and Ben, and whatever mail it sends. */
async function shop() {
  const store = openSqliteStore(await newPlace());
  onTestFinished(() => store.close());
  let at = start;
  const now = () => new Date(at);
  const keys = createTalkKeys(store, now);
  const limits = createTalkLimits(createMemoryUses(), now);
  const sent: Mail[] = [];
  const mailer = {
    where: 'here',
    send: async (mail: Mail) => {
      sent.push(mail);
      return { kind: 'delivered' } as const;
    },
    forget: async () => {},
    close() {},
  };
  const mails = createMails({
    ...{ store, keys, limits, mailer, now },
    publicUrl: 'https://returns.example',
    shopName: () => 'Tools & More',
  });
  const talks = createTalks({ store, keys, limits });
  const record = recordWith('anna@example.com');
  const cases = [caseOf('anna', 'K7M2-9QXD')];
  const anna = { channel: 'directline', policyId: 'tool-shop', userId: 'dl_anna' };
  await committed(store, opening('anna', { record, cases, create: anna }));
  await committed(store, opening('ben', { record: recordWith(undefined) }));

  /** Delivers the effects of a turn as the outbox does; the first that has to wait ends it. */
  async function deliver(conversationId: string, effects: TurnCommit['effects']) {
    const { revision = 0, record: kept = null } = (await store.conversation(conversationId)) ?? {};
    await committed(store, turn(conversationId, revision, { effects, record: kept, at: now().toISOString() }));
    return drain();
  }
  async function drain() {
    for (const effect of await store.leaseEffects({
      kinds: ['mail'],
      at: now().toISOString(),
      until: new Date(at + MINUTE).toISOString(),
      limit: 1,
    })) {
      const outcome = await mails.handler(effect, never);
      if (outcome.kind === 'later') {
        await store.effectFailed(effect.id, new Date(at + (outcome.afterMs ?? 0)).toISOString());
        return outcome;
      }
      await store.effectDelivered(effect.id, now().toISOString());
      return drain();
    }
    return undefined;
  }
  return { store, keys, talks, mails, sent, deliver, drain, pass: (minutes: number) => (at += minutes * MINUTE), now };
}
type Shop = Awaited<ReturnType<typeof shop>>;

/** The shop's people do something on Anna's case. */
const act = ({ deliver, mails }: Shop, what: 'ruled' | 'agent-message' | 'claimed') =>
  deliver('anna', mails.effects({ what, reference: 'K7M2-9QXD', reminders: 0 }));
const secretIn = ({ text }: Mail) => /#talk=([\w-]+)/.exec(text)?.[1] ?? '';
const codeIn = ({ text }: Mail) => /code there: (\d{4})-(\d{4})/.exec(text)?.slice(1).join('') ?? '';

/** Ben types a reference into his chat. */
async function types({ talks, deliver }: Shop, reference: string) {
  const matter = await talks.resolve('ben', { kind: 'earlier-case', reference });
  await deliver('ben', talks.effects('ben', matter));
  return matter;
}

describe('news while the customer is away', () => {
  it('is mailed once it is clear that they are, with a link to the very chat', async () => {
    const open = await shop();
    await open.store.customersSeen(['anna'], open.now().toISOString());
    open.pass(1);
    expect(await act(open, 'ruled')).toEqual({ kind: 'later', afterMs: 4 * MINUTE, status: 425 });
    expect(open.sent).toEqual([]);
    open.pass(4);
    await open.drain();
    expect(open.sent).toMatchObject([{ to: 'anna@example.com', subject: 'News in your chat with Tools & More' }]);
    const [mail] = open.sent as [Mail];
    expect(mail.html).toContain('Tools &amp; More');
    expect((await open.keys.renew(secretIn(mail)))?.talk).toEqual({
      conv: 'anna',
      user: 'dl_anna',
      policy: 'tool-shop',
    });
  });

  it('is mailed once an absence, and again in the next', async () => {
    const open = await shop();
    open.pass(30);
    for (const what of ['agent-message', 'ruled'] as const) await act(open, what);
    open.pass(5);
    await open.drain();
    expect(open.sent).toHaveLength(1);
    await open.store.customersSeen(['anna'], open.now().toISOString());
    open.pass(30);
    await act(open, 'agent-message');
    expect(open.sent).toHaveLength(2);
  });

  it('is not mailed to who was there to see it', async () => {
    const open = await shop();
    await open.store.customersSeen(['anna'], open.now().toISOString());
    expect(await act(open, 'agent-message')).toMatchObject({ kind: 'later' });
    open.pass(2);
    await open.store.customersSeen(['anna'], open.now().toISOString());
    open.pass(30);
    expect(await open.drain()).toBeUndefined();
    expect(open.sent).toEqual([]);
  });

  it('is not mailed for what a customer need not know, or where no address is known', async () => {
    const open = await shop();
    open.pass(30);
    await act(open, 'claimed');
    await open.deliver('ben', [mailEffect('x', { mail: 'news', reference: 'K7M2-9QXD' })]);
    open.pass(5);
    await open.drain();
    expect(open.sent).toEqual([]);
  });

  it('goes to the address that the customer gave for it', async () => {
    const open = await shop();
    const matter = await open.talks.resolve('anna', { kind: 'mail-talk', email: 'anna@work.example' });
    await open.deliver('anna', open.talks.effects('anna', matter));
    expect(open.sent).toMatchObject([{ to: 'anna@work.example', subject: 'Your chat with Tools & More' }]);
  });
});

describe('links to an address that anybody can name', () => {
  it('are ten a day, from however many chats, and hold up neither codes nor news', async () => {
    const open = await shop();
    const outcomes = [];
    for (let chat = 0; chat < 11; chat += 1) {
      await committed(open.store, opening(`eve ${chat}`, { record: recordWith(undefined) }));
      outcomes.push(await open.talks.resolve(`eve ${chat}`, { kind: 'mail-talk', email: 'Anna@example.com' }));
    }
    expect(outcomes.map((one) => 'outcome' in one && one.outcome)).toEqual([...Array(10).fill('sent'), 'too-many']);
    await types(open, 'K7M2-9QXD');
    open.pass(30);
    await act(open, 'ruled');
    open.pass(5);
    await open.drain();
    expect(open.sent.map(({ subject }) => subject)).toEqual([
      'Your code for the chat with Tools & More',
      'News in your chat with Tools & More',
    ]);
  });
});

describe('the reference of another chat', () => {
  it('sends a code to its own address, which opens it in the chat that asked', async () => {
    const open = await shop();
    expect(await types(open, 'K7M2-9QXD')).toMatchObject({ outcome: 'asked' });
    expect(open.sent).toMatchObject([{ to: 'anna@example.com' }]);
    const code = codeIn(open.sent[0] as Mail);
    expect(await open.talks.tryCode('carl', code)).toBeUndefined();
    expect(await open.talks.tryCode('ben', code)).toEqual({ kind: 'talk-code', outcome: 'opened' });
    expect(await open.keys.movedFrom('ben')).toEqual({ conv: 'anna', user: 'dl_anna', policy: 'tool-shop' });
  });

  it('says the same of one that nobody has, of one without an address, and of its own', async () => {
    const open = await shop();
    await open.deliver('ben', []);
    const { revision = 0, record = null } = (await open.store.conversation('ben')) ?? {};
    await committed(open.store, turn('ben', revision, { record, cases: [caseOf('ben', 'B3N2-B3N2')] }));
    const answers = [];
    for (const reference of ['ZZZZ-2222', 'B3N2-B3N2'])
      answers.push({ ...(await types(open, reference)), reference: '' });
    expect(answers).toEqual(Array(2).fill({ kind: 'earlier-case', reference: '', outcome: 'asked' }));
    expect(open.sent).toEqual([]);
  });

  it('is sent three codes an hour, whoever asks, and one chat may ask three times', async () => {
    const open = await shop();
    for (let time = 0; time < 3; time += 1) await types(open, 'K7M2-9QXD');
    expect(await types(open, 'K7M2-9QXD')).toMatchObject({ outcome: 'too-many' });
    await committed(open.store, opening('eve', { record: recordWith(undefined) }));
    const again = await open.talks.resolve('eve', { kind: 'earlier-case', reference: 'K7M2-9QXD' });
    expect(again).toMatchObject({ outcome: 'asked' });
    await open.deliver('eve', open.talks.effects('eve', again));
    expect(open.sent).toHaveLength(3);
    open.pass(61);
    expect(await types(open, 'K7M2-9QXD')).toMatchObject({ outcome: 'asked' });
    expect(open.sent).toHaveLength(4);
  });
});

describe('a code', () => {
  it('holds for 15 minutes and one use; a turn that is computed anew finds it used by itself', async () => {
    const open = await shop();
    await types(open, 'K7M2-9QXD');
    const code = codeIn(open.sent[0] as Mail);
    open.pass(15);
    expect(await open.talks.tryCode('ben', code)).toMatchObject({ outcome: 'wrong' });
    await types(open, 'K7M2-9QXD');
    const next = codeIn(open.sent[1] as Mail);
    expect(await open.talks.tryCode('ben', next)).toMatchObject({ outcome: 'opened' });
    expect(await open.talks.tryCode('ben', next)).toMatchObject({ outcome: 'opened' });
    open.pass(15);
    expect(await open.talks.tryCode('ben', next)).toMatchObject({ outcome: 'wrong' });
  });

  it('is not found by trying', async () => {
    const open = await shop();
    await types(open, 'K7M2-9QXD');
    const code = codeIn(open.sent[0] as Mail);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await open.talks.tryCode('ben', String(tries).padStart(8, '0'))).toMatchObject({ outcome: 'wrong' });
    }
    expect(await open.talks.tryCode('ben', code)).toMatchObject({ outcome: 'too-many' });
  });

  it('and a link stand in the store by their digests alone', async () => {
    const open = await shop();
    await types(open, 'K7M2-9QXD');
    const [mail] = open.sent as [Mail];
    expect(await open.store.talkKey(secretIn(mail), open.now().toISOString())).toBeUndefined();
    expect(codeIn(mail)).toMatch(/^\d{8}$/);
  });
});

describe('a chat of another channel', () => {
  it('needs no link, and opens none', async () => {
    const open = await shop();
    const create = { channel: 'botframework', policyId: 'tool-shop', userId: 'teams-anna' };
    await committed(open.store, opening('teams', { record: recordWith('anna@example.com'), create }));
    for (const matter of [{ kind: 'mail-talk' } as const, { kind: 'earlier-case', reference: 'K7M2-9QXD' } as const]) {
      expect(await open.talks.resolve('teams', matter)).toEqual(matter);
      expect(open.talks.effects('teams', matter)).toEqual([]);
    }
  });
});
