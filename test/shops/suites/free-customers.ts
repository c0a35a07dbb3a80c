import { expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import { repliesFor } from '../../../src/dialogs/wording/replies/replies.ts';
import { type Interview, unconfirmed } from '../../../src/machines/interview.ts';
import { type Conversation, newConversation, readRecord, recordVersion } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { type AskedQuestion, replyTo } from '../../journeys/customer.ts';
import { oneOf, type Rng, rngOf } from '../../random.ts';
import { shopPath } from '../book.ts';
import { asides, inOwnWords, listInOwnWords, tellable, today, together } from '../own-words.ts';
import { randomFacts } from '../random-customers.ts';
import type { ShopId } from '../tables.ts';

const customers = 300;
const maxTurns = 60;

type Facts = Record<string, unknown>;
type Said = { kind: string; id?: string; facts?: Facts; [key: string]: unknown };

/** One conversation, stored and read again between any two messages. */
function talkTo(interview: Interview) {
  let conversation = newConversation();
  let said: Said = { kind: 'none' };
  const take = (event: Parameters<typeof step>[1]): void => {
    const stepped = step({ interview, conversation, reference: 'R1' }, event);
    const policy = { id: 'shop', digest: 'sha256:0' };
    const stored = JSON.stringify({
      version: recordVersion,
      language: 'en',
      policy,
      conversation: stepped.conversation,
    });
    conversation = readRecord(JSON.parse(stored)).conversation;
    const replies = repliesFor(stepped.acts, { interview, conversation });
    const told = replies.flatMap(({ channelData }) => {
      const { returns } = (channelData ?? {}) as { returns?: Said };
      return returns ? [returns] : [];
    });
    said = told.find(({ kind }) => kind === 'decision') ?? told.at(-1) ?? { kind: 'none' };
  };
  take({ type: 'begin' });
  return {
    said: () => said,
    conversation: (): Conversation => conversation,
    writes: (text: string) => take(readMessage(interview, conversation, { text })),
  };
}

/** How a customer with these facts goes through a chat; ends with what the bot decided. */
function goThrough(
  shop: ShopId,
  facts: Facts,
  rng: Rng,
  isGuided: boolean,
): { said: Said; questions: number; log: string[] } {
  const interview: Interview = {
    policy: policies[shop],
    language: 'en',
    today,
    lookUps: { orders: false, warranties: 'never' },
  };
  const talk = talkTo(interview);
  const log: string[] = [];
  let questions = 0;
  const write = (text: string): void => {
    log.push(text);
    talk.writes(text);
  };
  if (!isGuided) write(opening(shop, facts, rng));
  for (let turn = 0; turn < maxTurns && talk.said().kind === 'question'; turn += 1) {
    const asked = talk.said() as unknown as AskedQuestion;
    questions += 1;
    if (isGuided) write(replyTo(asked, facts, rng));
    else reply(asked);
  }
  return { said: talk.said(), questions, log };

  function reply(asked: AskedQuestion): void {
    if (asked.id === 'confirm') write(agreement(talk.conversation()));
    else if (asked.id === 'changeWhich') {
      const wrong = wrongOne(talk.conversation());
      write(wrong === undefined ? 'back' : labelOf(wrong));
    } else if (asked.id === 'offerHuman') write('no thanks');
    else if (rng() < 0.1) {
      const before = asked.id;
      write(oneOf(rng, asides));
      // A digression leaves the question where it was.
      if (talk.said().id !== before && talk.said().id !== 'offerHuman')
        log.push(`!! ${before} became ${talk.said().id}`);
    } else if (rng() < 0.08 && asked.input === 'choice') correctMyself(asked);
    else write(answerTo(asked));
  }

  /** Gives a wrong answer first, and takes it back with the next message. */
  function correctMyself(asked: AskedQuestion): void {
    const right = inOwnWords(shop, asked.id, facts[asked.id], rng);
    const wrong = asked.choices.filter(({ value }) => value !== facts[asked.id]);
    write(right === undefined || wrong.length === 0 ? answerTo(asked) : oneOf(rng, wrong).title);
    if (right === undefined || wrong.length === 0 || talk.said().kind === 'handoff') return;
    write(`${oneOf(rng, ['actually ', 'sorry, ', 'no wait, ', 'I was wrong, '])}${right}`);
    const known = talk.conversation().answers.find(({ fact }) => fact === asked.id);
    if (known && known.value !== facts[asked.id]) write(`change the ${labelOf(asked.id)}`);
  }

  function answerTo(asked: AskedQuestion): string {
    const value = tellable(facts).includes(asked.id) ? facts[asked.id] : undefined;
    if (asked.input === 'multi-choice' && rng() < 0.5) {
      const list = listInOwnWords(shop, facts[asked.id] as string[], rng);
      if (list !== undefined) return list;
    }
    const own = rng() < 0.6 ? inOwnWords(shop, asked.id, value, rng) : undefined;
    const more = rng() < 0.2 ? volunteered(shop, facts, rng, 1, asked.id) : [];
    if (own === undefined) return replyTo(asked, facts, rng);
    return more.length ? together([own, ...more], rng) : own;
  }

  function agreement(conversation: Conversation): string {
    const wrong = wrongOne(conversation);
    if (wrong === undefined) return oneOf(rng, ['yes', "that's right", 'correct', 'yep', 'yes, exactly']);
    return rng() < 0.5 ? 'no' : `change the ${labelOf(wrong)}`;
  }

  /** What was inferred, and is not so. */
  function wrongOne(conversation: Conversation): string | undefined {
    const { answers, ranges } = unconfirmed(conversation);
    const wrong = answers.find(({ fact, value }) => !isSo(fact, value));
    return (
      wrong?.fact ??
      ranges.find(({ fact, from, to }) => !(from <= String(facts[fact]) && String(facts[fact]) <= to))?.fact
    );
  }

  function isSo(fact: string, value: unknown): boolean {
    const own = facts[fact];
    if (Array.isArray(value)) return Array.isArray(own) && String([...own].sort()) === String([...value].sort());
    return own === value;
  }

  function labelOf(fact: string): string {
    return (policies[shop].file.facts[fact]?.label ?? fact).toLowerCase();
  }
}

function opening(shop: ShopId, facts: Facts, rng: Rng): string {
  const count = oneOf(rng, [0, 1, 1, 2, 3, 4]);
  const reason = inOwnWords(shop, 'reason', facts.reason, rng);
  if (count === 0 || reason === undefined)
    return oneOf(rng, ['hi', 'hello', 'I want to return something', 'can you help me?']);
  return together([reason, ...volunteered(shop, facts, rng, count - 1, 'reason')], rng);
}

/** Some facts in the customer's own words; only what applies to the case is ever said. */
function volunteered(shop: ShopId, facts: Facts, rng: Rng, count: number, but: string): string[] {
  const left = tellable(facts).filter((fact) => fact !== but && fact !== 'reason' && isToThePoint(fact, facts));
  return Array.from({ length: count }, () => {
    const [fact] = left.splice(Math.floor(rng() * left.length), 1);
    return fact === undefined ? undefined : inOwnWords(shop, fact, facts[fact], rng);
  }).filter((said) => said !== undefined);
}

/** Nobody tells of the activation of a device, or of a hand-over that is to come. */
function isToThePoint(fact: string, { goods = 'device', delivery, reason }: Facts): boolean {
  if (fact === 'works') return goods === 'device' && delivery === 'received' && reason === 'damaged-in-transit';
  if (fact === 'deviceDamaged')
    return goods === 'device' && delivery === 'at-handover' && reason === 'damaged-in-transit';
  if (fact === 'activation') return goods !== 'device';
  if (fact === 'delivery') return goods === 'device';
  if (fact === 'receivedOn' || fact === 'inspectedAtHandover') return delivery === 'received';
  return true;
}

const policies = {
  'equipment-shop': loadPolicy(shopPath('equipment-shop')),
  'fourteen-day-shop': loadPolicy(shopPath('fourteen-day-shop')),
};

/** Customers who write in words of their own, digress and take back what they said. */
export function freeCustomers(shop: ShopId): void {
  test(`customers of the ${shop} who write as they like get the decision that the policy gives for their facts`, () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= customers; seed += 1) {
      const rng = rngOf(seed);
      const facts = randomFacts(shop, rng, today);
      const { said, log } = goThrough(shop, facts, rng, false);
      const fault = log.find((line) => line.startsWith('!!')) ?? compare(shop, said, facts);
      if (fault) faults.push(`${seed} ${JSON.stringify(facts)}\n  ${log.join('\n  ')}\n  ${fault}`);
    }
    expect(faults.slice(0, 5).join('\n'), `${faults.length} of ${customers}`).toBe('');
  });
}

function compare(shop: ShopId, said: Said, facts: Facts): string | undefined {
  if (said.kind !== 'decision') return `the chat ended with ${said.kind} ${said.id ?? ''}`;
  const whole = decide(policies[shop], facts, { today });
  const own = decide(policies[shop], said.facts ?? {}, { today });
  if (whole.kind !== 'decision' || own.kind !== 'decision') return 'the policy does not decide';
  const { resolution, clauses, deadline, feePercent } = whole.decision;
  if (own.decision.resolution !== said.resolution) return 'the facts of the decision give another one';
  if (said.resolution !== resolution) return `chat ${said.resolution}, policy ${resolution}`;
  if (said.deadline !== deadline || said.feePercent !== feePercent) return 'deadline or fee differ';
  const cited = said.clauses as string[];
  const fits =
    resolution === 'not-eligible'
      ? cited.length > 0 && cited.every((clause) => clauses.includes(clause))
      : String(cited) === String(clauses);
  return fits ? undefined : `chat cites ${cited}, policy ${clauses}`;
}
