import { type Interview, unconfirmed } from '../../../src/machines/interview.ts';
import type { Conversation } from '../../../src/machines/record/record.ts';
import { type AskedQuestion, replyTo } from '../../journeys/customer.ts';
import { oneOf, type Rng } from '../../random.ts';
import { asides, inOwnWords, listInOwnWords, tellable, today, together } from '../own-words.ts';
import type { ShopId, WireFacts } from '../tables.ts';
import { shopPolicy } from './shop-policy.ts';
import { type Said, talkTo } from './talk.ts';
import { opening, volunteered } from './volunteered.ts';

/** Who never comes to an end is told so after this many questions. */
const maxTurns = 60;

/**
 * How a customer with these facts goes through a chat; ends with what the bot decided, the number of its questions,
 * digressions and confirmations counted, and what the customer wrote. A line that begins with `!!` is a mistake.
 */
export function goThrough(
  shop: ShopId,
  facts: WireFacts,
  rng: Rng,
  isGuided: boolean,
): { said: Said; questions: number; log: string[] } {
  const interview: Interview = {
    policy: shopPolicy(shop),
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
  return { said: decided(), questions, log };

  /** A correction that changes nothing for the people who decide goes to their case, and the decision stands. */
  function decided(): Said {
    const { decision: standing } = talk.conversation();
    if (talk.said().kind !== 'handoff' || !standing) return talk.said();
    return { ...standing.decision, kind: 'decision', facts: standing.facts as WireFacts };
  }

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
    return (shopPolicy(shop).file.facts[fact]?.label ?? fact).toLowerCase();
  }
}
