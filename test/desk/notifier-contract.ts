import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { start } from '../channels/client.ts';
import { eventually } from '../eventually.ts';
import { apiOf, bob, token } from './desk-shop.ts';

/** A desk beside the product, as its own people and the tests see it. */
export interface DeskUnderTest {
  /** The product's address. */
  base: string;
  /** How often a case was shown as a new one. */
  introductions(reference: string): number;
  /** What was told of a case after that, each message as people read it, oldest first. */
  changeTexts(reference: string): string[];
  /** All that the desk was sent, as it was sent. */
  raw(): string;
  /** From now on the desk takes no calls, or takes them again. */
  setDown(isDown: boolean): void;
  /** Moves the clock, so that what was put off is due. */
  later(minutes: number): void;
}

/** A desk where people act, too. */
export interface DeskOfPeople extends DeskUnderTest {
  /** Requests of nobody, or of no shape, with the status that refuses each. */
  refused(reference: string): Promise<[number, Response][]>;
  /** What somebody there does with a case. */
  acts: {
    claim(reference: string): Promise<unknown>;
    say(reference: string, text: string): Promise<unknown>;
    uphold(reference: string, reason: string): Promise<unknown>;
    /** Approves a return after all. */
    correct(reference: string, reason: string): Promise<unknown>;
    withdraw(reference: string, reason: string): Promise<unknown>;
    close(reference: string): Promise<unknown>;
    reopen(reference: string): Promise<unknown>;
    /** From whoever works elsewhere. */
    takeOver(reference: string): Promise<unknown>;
    /** Writes something that is not for the customer. */
    note(reference: string, text: string): Promise<unknown>;
  };
}

const caseSchema = z.looseObject({
  history: z.array(z.looseObject({ what: z.string(), note: z.string().optional() })),
});
const handoffSchema = z.object({ returns: z.object({ reference: z.string() }) });

/** How a desk tells a change; people read `told`. */
export interface ChangePatterns {
  claimed: RegExp;
  ruled: RegExp;
  closed: RegExp;
}

/** Settings with which every product of the suite runs: the desk's API stands for another desk. */
export const contractSettings = { DESK_TOKEN: token, UNCLAIMED_AFTER_MINUTES: '0' };

/** A customer whose case has come to the desk. */
async function waiting(desk: DeskUnderTest) {
  const customer = await start(desk.base, 'fortnight-shop');
  await customer.say('talk to a human');
  const { activities } = await customer.read();
  const { reference } = handoffSchema.parse(activities.at(-1)?.channelData).returns;
  await eventually(() => expect(desk.introductions(reference)).toBe(1));
  const texts = async () => (await customer.read()).activities.map(({ text = '' }) => text);
  return { ...customer, texts, reference };
}

async function stateOf({ base }: DeskUnderTest, reference: string): Promise<string | undefined> {
  return (await apiOf(base).get(`cases/${reference}`)).body.case?.state;
}

/** What every desk promises that is told of cases; `active` is what its clients would act on in a raw message. */
export function notifierContract(
  name: string,
  {
    begin,
    changePatterns,
    active,
  }: { begin(): Promise<DeskUnderTest>; changePatterns: ChangePatterns; active: RegExp },
): void {
  describe(`${name}, as every desk,`, () => {
    test('shows a case once, and what is said then once and in order, though it was down meanwhile', async () => {
      const desk = await begin();
      const { reference, say } = await waiting(desk);
      desk.setDown(true);
      for (const text of ['the first', 'the second', 'the third']) await say(text);
      desk.setDown(false);
      desk.later(10);
      const said = () =>
        desk.changeTexts(reference).flatMap((text) => /the (first|second|third)/.exec(text)?.[0] ?? []);
      await eventually(() => expect(said()).toEqual(['the first', 'the second', 'the third']));
      expect(desk.introductions(reference)).toBe(1);
    });

    test('is told nothing anew by a message that comes twice', async () => {
      const desk = await begin();
      const { reference, say } = await waiting(desk);
      const id = randomUUID();
      await say('only once', { id });
      await say('only once', { id });
      await say('and then this');
      await eventually(() => expect(desk.changeTexts(reference).at(-1)).toContain('and then this'));
      expect(desk.changeTexts(reference).filter((text) => text.includes('only once'))).toHaveLength(1);
    });

    test('is told what happens at another desk: each step once, in order', async () => {
      const desk = await begin();
      const { reference, texts } = await waiting(desk);
      const before = desk.changeTexts(reference).length;
      const step = (action: string, body: object = {}) =>
        apiOf(desk.base).post(`cases/${reference}/${action}`, { by: bob, ...body });
      await step('claim');
      await step('say', { text: 'Hello from elsewhere' });
      await step('note', { text: 'A word among us' });
      await step('rule', { ruling: 'uphold', reason: 'It is too late.' });
      await step('close');
      const { claimed, ruled, closed } = changePatterns;
      const expected = [claimed, /Hello from elsewhere/, /A word among us/, ruled, closed];
      await eventually(() =>
        expect(desk.changeTexts(reference).slice(before)).toEqual(expected.map((text) => expect.stringMatching(text))),
      );
      expect((await texts()).join()).not.toContain('A word among us');
    });

    test('shows the words of a customer as they are, and nothing in them acts', async () => {
      const desk = await begin();
      const { reference, say } = await waiting(desk);
      await say('<!channel> <at>all</at> [free](https://evil.example) **bold** (mention://user/1/x) {{ secret }} end');
      await eventually(() => expect(desk.changeTexts(reference).at(-1)).toContain('end'));
      expect(desk.raw()).not.toMatch(active);
    });
  });
}

/** What a desk promises besides where people act. */
export function deskOfPeopleContract(name: string, begin: () => Promise<DeskOfPeople>): void {
  describe(`${name}, as every desk of people,`, () => {
    test('refuses what nobody there sends, and nothing happens to the case', async () => {
      const desk = await begin();
      const { reference } = await waiting(desk);
      for (const [status, response] of await desk.refused(reference)) expect(response.status).toBe(status);
      expect(await stateOf(desk, reference)).toBe('waiting');
    });

    test('lets people there take, answer, rule and close a case, and does not tell them what they write', async () => {
      const desk = await begin();
      const { reference, texts } = await waiting(desk);
      await desk.acts.claim(reference);
      await eventually(async () => expect(await stateOf(desk, reference)).toBe('claimed'));
      await desk.acts.say(reference, 'Hello from here');
      await eventually(async () => expect((await texts()).at(-1)).toContain('Hello from here'));
      await desk.acts.uphold(reference, 'It is too late.');
      await eventually(async () => expect(await stateOf(desk, reference)).toBe('ruled'));
      await desk.acts.close(reference);
      await eventually(async () => expect(await stateOf(desk, reference)).toBe('closed'));
      expect(desk.changeTexts(reference).filter((text) => text.includes('Hello from here'))).toEqual([]);
    });

    test('lets people there mend a ruling, withdraw it, and open again what is over', async () => {
      const desk = await begin();
      const { reference, texts } = await waiting(desk);
      const becomes = (state: string) => eventually(async () => expect(await stateOf(desk, reference)).toBe(state));
      const hears = (words: RegExp) => eventually(async () => expect((await texts()).at(-1)).toMatch(words));
      await desk.acts.uphold(reference, 'It is too late.');
      await becomes('ruled');
      await desk.acts.correct(reference, 'You were ill.');
      await hears(/again and corrected[\s\S]*You were ill\./);
      await desk.acts.withdraw(reference, 'I mixed up two cases.');
      await becomes('claimed');
      await hears(/withdrawn[\s\S]*I mixed up two cases\.[\s\S]*can no longer be used/);
      await desk.acts.close(reference);
      await becomes('closed');
      await desk.acts.reopen(reference);
      await becomes('claimed');
      await hears(/opened your case/);
    });

    test('lets people there take a case over from a colleague elsewhere, who hears of it', async () => {
      const desk = await begin();
      const { reference, texts } = await waiting(desk);
      await apiOf(desk.base).post(`cases/${reference}/claim`, { by: bob });
      await eventually(() => expect(desk.changeTexts(reference).join('\n')).toContain('Bob'));
      await desk.acts.takeOver(reference);
      await eventually(async () => expect((await texts()).at(-1)).toContain('is looking after your case'));
      await eventually(() => expect(desk.changeTexts(reference).join('\n')).toMatch(/taken the case over from Bob/));
      const { body } = await apiOf(desk.base).post(`cases/${reference}/say`, { by: bob, text: 'Hello?' });
      expect(body.error?.code).toBe('taken');
    });

    test('hears when a colleague elsewhere takes over what somebody there has', async () => {
      const desk = await begin();
      const { reference } = await waiting(desk);
      await desk.acts.claim(reference);
      await eventually(async () => expect(await stateOf(desk, reference)).toBe('claimed'));
      await apiOf(desk.base).post(`cases/${reference}/take-over`, { by: bob });
      await eventually(() => expect(desk.changeTexts(reference).at(-1)).toMatch(/Bob has taken the case over from/));
    });

    test('keeps with the case what people there note, which no customer reads', async () => {
      const desk = await begin();
      const { reference, texts } = await waiting(desk);
      await desk.acts.note(reference, 'She has called twice');
      const notes = async () => {
        const { history } = caseSchema.parse((await apiOf(desk.base).get(`cases/${reference}`)).body.case);
        return history.flatMap(({ what, note }) => (what === 'noted' ? [note] : []));
      };
      await eventually(async () => expect(await notes()).toEqual(['She has called twice']));
      expect((await texts()).join()).not.toContain('called twice');
      expect(desk.changeTexts(reference).filter((text) => text.includes('called twice'))).toEqual([]);
    });
  });
}
