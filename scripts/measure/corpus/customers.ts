import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import { questionOf } from '../../../src/dialogs/wording/questions.ts';
import { type Interview, unconfirmed } from '../../../src/machines/interview.ts';
import { type Answer, type Conversation, newConversation } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import { decideWithDefaults } from '../../../src/policy/engine/defaults.ts';
import { oneOf, type Rng, rngOf } from '../../../test/random.ts';
import { round, share } from '../figures.ts';
import { type ReplyRow, replyRow } from './row.ts';
import { interviewOf } from './settings.ts';
import { inShopsTime } from './shops-time.ts';

/** How a customer who answers from the corpus came through a chat. */
export interface CorpusCustomer {
  /** `person`: it ended with people, and decided nothing. */
  end: 'decided' | 'person' | 'lost';
  /** A decision that the customer's own facts do not give; what was written, for the log. */
  fault: string | undefined;
  questions: number;
}

const maxTurns = 60;
/** Who is not understood so often takes the words of a button. */
const maxTries = 3;
/** Of a customer's replies so many say nothing that answers. */
const asideShare = 0.12;

const root = new URL('../../../test/corpus/replies/', import.meta.url);

/** So many customers of a shop who answer from one half of the corpus. */
export const corpusCustomersRow = z.strictObject({
  shop: z.string(),
  half: z.enum(['develop', 'held-out']),
  customers: z.int().positive(),
});

/** The rows of one half of the corpus. */
export function repliesOf(half: 'develop' | 'held-out'): ReplyRow[] {
  const lines = readFileSync(new URL(`${half}.jsonl`, root), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => replyRow.parse(JSON.parse(line)));
}

/**
 * How customers who answer from the corpus come through whole chats, by shop: the share whose decision is that of their
 * own facts, of all that were decided; the share that people decide; the mean number of questions.
 */
export function measureCorpusCustomers(rows: readonly z.infer<typeof corpusCustomersRow>[]) {
  return Object.fromEntries(
    rows.map(({ shop, half, customers }) => {
      const replies = repliesOf(half);
      const all = Array.from({ length: customers }, (_, at) => corpusCustomer(shop, replies, at + 1));
      const decided = all.filter(({ end }) => end === 'decided');
      const questions = all.reduce((sum, one) => sum + one.questions, 0) / all.length;
      return [
        `${shop} ${half}`,
        {
          customers,
          right: share(decided, ({ fault }) => fault === undefined),
          byPeople: share(all, ({ end }) => end === 'person'),
          lost: share(all, ({ end }) => end === 'lost'),
          questions: round(questions),
        },
      ];
    }),
  );
}

/** Sends the customer of a seed through a shop's chat; what they reply fixes what is true of them. */
export function corpusCustomer(policy: string, rows: readonly ReplyRow[], seed: number): CorpusCustomer {
  const customer = new Customer(policy, rows, rngOf(seed));
  return customer.goThrough();
}

class Customer {
  readonly #interview: Interview;
  readonly #rows: readonly ReplyRow[];
  readonly #rng: Rng;
  readonly #log: string[] = [];
  readonly #truth = new Map<string, Answer['value']>();
  readonly #asked = new Map<string, number>();
  #conversation: Conversation = newConversation();

  constructor(policy: string, rows: readonly ReplyRow[], rng: Rng) {
    this.#interview = { ...interviewOf(policy), lookUps: { orders: false, warranties: 'never' } };
    const { timeZone } = this.#interview.policy.file;
    this.#rows = rows.filter((row) => row.policy === policy).map((row) => inShopsTime(row, timeZone));
    this.#rng = rng;
  }

  goThrough(): CorpusCustomer {
    this.#take({ type: 'begin' });
    let questions = 0;
    for (; questions < maxTurns && this.#conversation.open; questions += 1) {
      const text = this.#reply(this.#conversation.open.id);
      this.#log.push(`${this.#conversation.open.id}: ${text}`);
      this.#take(readMessage(this.#interview, this.#conversation, { text }));
    }
    const { decision, case: filed } = this.#conversation;
    if (!decision)
      return { end: filed ? 'person' : 'lost', fault: filed ? undefined : this.#told('no end'), questions };
    const own = decideWithDefaults(this.#interview.policy, Object.fromEntries(this.#truth), this.#interview);
    const isSame =
      own.kind === 'decision' &&
      own.decision.resolution === decision.decision.resolution &&
      own.decision.deadline === decision.decision.deadline &&
      own.decision.feePercent === decision.decision.feePercent;
    const wanted = own.kind === 'decision' ? own.decision.resolution : own.kind;
    return {
      end: 'decided',
      fault: isSame ? undefined : this.#told(`chat ${decision.decision.resolution}, facts ${wanted}`),
      questions,
    };
  }

  #take(event: Parameters<typeof step>[1]): void {
    const before = { interview: this.#interview, conversation: this.#conversation, reference: 'R' };
    this.#conversation = step(before, event).conversation;
  }

  #reply(id: string): string {
    if (id === 'confirm') return this.#agreement();
    if (id === 'changeWhich') return this.#wrongOne() ?? 'back';
    if (id === 'offerHuman') return 'no';
    const fact = this.#interview.policy.file.facts[id];
    if (!fact) return "I don't know";
    const times = (this.#asked.get(id) ?? 0) + 1;
    this.#asked.set(id, times);
    if (times > maxTries) return this.#plainly(id);
    const rows = this.#rows.filter((row) => row.question === id);
    const isAside = this.#rng() < asideShare;
    const asides = rows.filter(({ right, also }) => 'none' in right && !also);
    if (isAside && asides.length > 0) return oneOf(this.#rng, asides).text;
    const fitting = rows.filter((row) => this.#fits(row));
    if (fitting.length > 0) {
      const row = oneOf(this.#rng, fitting);
      this.#learn(row);
      return row.text;
    }
    return this.#plainly(id);
  }

  /** True if a reply can come from this customer. */
  #fits({ question, right, also }: ReplyRow): boolean {
    const known = this.#truth.get(question);
    if (also && Object.keys(also).length > 0) return false;
    if ('unknown' in right) return this.#canBeUnknown(question) && (known === undefined || known === 'unknown');
    if (!('value' in right)) return false;
    if (known !== undefined) return JSON.stringify(known) === JSON.stringify(right.value);
    const facts = { ...Object.fromEntries(this.#truth), [question]: right.value };
    return decideWithDefaults(this.#interview.policy, facts, this.#interview).kind !== 'error';
  }

  /** True if a value goes with what is true of this customer. */
  #canBe(id: string, value: string): boolean {
    const facts = { ...Object.fromEntries(this.#truth), [id]: value };
    return decideWithDefaults(this.#interview.policy, facts, this.#interview).kind !== 'error';
  }

  #canBeUnknown(id: string): boolean {
    return questionOf(this.#interview, this.#conversation, { id, unclear: 0 }).allowsUnknown;
  }

  #learn({ question, right }: ReplyRow): void {
    if ('unknown' in right) this.#truth.set(question, 'unknown');
    else if ('value' in right) this.#truth.set(question, right.value);
  }

  /** The very words of an answer, where the corpus has none that fits. */
  #plainly(id: string): string {
    const question = questionOf(this.#interview, this.#conversation, { id, unclear: 0 });
    const known = this.#truth.get(id);
    const titleOf = (value: unknown): string =>
      question.choices.find((one) => one.value === value)?.title ?? String(value);
    if (known === undefined) {
      const unknown = question.allowsUnknown
        ? 'unknown'
        : question.choices.find(({ value }) => this.#canBe(id, value))?.value;
      this.#truth.set(id, unknown ?? 'unknown');
      return unknown === undefined || unknown === 'unknown' ? "I don't know" : titleOf(unknown);
    }
    if (known === 'unknown') return "I don't know";
    if (Array.isArray(known)) return known.length === 0 ? 'none' : known.map(titleOf).join(', ');
    return typeof known === 'boolean' ? (known ? 'yes' : 'no') : titleOf(known);
  }

  #agreement(): string {
    return this.#wrongFact() === undefined ? 'yes' : 'no';
  }

  /** A fact of what is shown back that is not so, or that the customer cannot vouch for. */
  #wrongFact(): string | undefined {
    const { answers, ranges } = unconfirmed(this.#conversation);
    const isWrong = ({ fact, value }: Answer): boolean =>
      JSON.stringify(this.#truth.get(fact)) !== JSON.stringify(value);
    const isOutside = ({ fact, from, to }: (typeof ranges)[number]): boolean => {
      const day = this.#truth.get(fact);
      return typeof day !== 'string' || day < from || day > to;
    };
    return answers.find(isWrong)?.fact ?? ranges.find(isOutside)?.fact;
  }

  #wrongOne(): string | undefined {
    const wrong = this.#wrongFact();
    const { choices } = questionOf(this.#interview, this.#conversation, { id: 'changeWhich', unclear: 0 });
    return choices.find(({ value }) => value === wrong)?.title;
  }

  #told(what: string): string {
    return [what, JSON.stringify(Object.fromEntries(this.#truth)), ...this.#log].join('\n  ');
  }
}
