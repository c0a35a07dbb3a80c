import { oneOf, type Rng } from '../random.ts';

/** A question as it stands in `channelData.returns`. */
export interface AskedQuestion {
  kind: 'question';
  id: string;
  input: string;
  choices: { value: string; title: string }[];
  allowsUnknown: boolean;
  atMost: number;
}

type WireFacts = Record<string, unknown>;

/** What a customer with these facts replies to a question, in one of the ways people do. */
export function replyTo(question: AskedQuestion, facts: WireFacts, rng: Rng): string {
  if (question.input === 'text' || question.id === 'item') return "I don't know";
  const value = valueFor(question.id, facts);
  if (value === 'unknown' && question.allowsUnknown) return oneOf(rng, ["I don't know", 'not sure', 'no idea']);
  switch (question.input) {
    case 'choice':
      return choiceReply(question, String(value), rng);
    case 'multi-choice': {
      const named = value as string[];
      if (named.length === 0) return oneOf(rng, ['none', 'None of these', 'nothing']);
      return named.map((member) => choiceReply(question, member, rng)).join(', ');
    }
    case 'yes-no':
      return value ? oneOf(rng, ['Yes', 'yep', 'true']) : oneOf(rng, ['No', 'nope', 'false']);
    case 'date':
      return typeof value === 'string' ? oneOf(rng, [value, inWords(value)]) : String(value);
    default:
      return typeof value === 'number' ? oneOf(rng, [String(value), `${value} months`]) : String(value);
  }
}

/** A warranty asked in one form may be known in the other, and a known last day says more than months. */
function valueFor(id: string, facts: WireFacts): unknown {
  if (id !== 'warrantyMonths' && id !== 'warrantyUntil') return facts[id];
  const { warrantyUntil: until, warrantyMonths: months } = facts;
  if (until !== undefined && until !== 'unknown') return until;
  return months ?? until;
}

function choiceReply({ choices }: AskedQuestion, value: string, rng: Rng): string {
  const at = choices.findIndex((choice) => choice.value === value);
  if (at < 0) throw new Error(`${value} is not offered among ${choices.map((choice) => choice.value).join(', ')}`);
  return oneOf(rng, [choices[at]?.title ?? '', value, String(at + 1)]);
}

function inWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
