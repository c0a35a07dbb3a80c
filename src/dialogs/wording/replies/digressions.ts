import type { Act } from '../../../machines/acts.ts';
import type { Digression } from '../../../machines/events.ts';
import { factsOf, type Interview, knownAnswers } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import { readFacts } from '../../../policy/engine/facts.ts';
import { possibleResolutions } from '../../../policy/explain/leads.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { kindOf, type OutcomeKind } from '../../../policy/format/outcome-schema.ts';
import type { Words } from '../catalog/words.ts';
import { inOtherLanguage } from '../other-languages/other-languages.ts';
import { outcomeInShort } from '../outcome-words.ts';
import { questionOf } from '../questions.ts';
import { formAgain, keepsIt } from './form-again.ts';
import { whatNow, whyDecided } from './reasons.ts';
import { talkReply } from './talks.ts';
import { toldSince } from './told-since.ts';

const offering = new Set<Digression['kind']>([
  'identity',
  'abuse',
  'out-of-scope',
  'refund-status',
  'case-status',
  'unanswered-question',
  'legal',
  'chargeback',
  'privacy',
  'erase-data',
  'double-charge',
  'invoice',
  'parcel-status',
  'warranty-papers',
  'address-change',
  'staff-complaint',
  'objection',
  'other-language',
  'what-if',
  'earlier-case',
]);

/** What is said to something that is no answer is said of the conversation as it is after the step. */
interface DigressionContext {
  interview: Interview;
  conversation: Conversation;
  /** The form link of the decision that stands. */
  formUrl?: string | undefined;
}

/**
 * The reply to something that is no answer; a question about the policy is answered in the clauses' words, each named.
 */
export function digressionReply(words: Words, about: Digression, context: DigressionContext): string {
  const { interview, conversation } = context;
  const { decision } = conversation;
  switch (about.kind) {
    case 'policy-question':
      return clausesReply(words, about, interview.policy);
    case 'other-language':
      return (
        inOtherLanguage(about.language) ?? words.say('digression.other-language', { human: words.say('button.human') })
      );
    case 'why':
      return decision
        ? [
            toldSince(words, interview, conversation),
            whyDecided(words, decision, { ...interview, ranges: conversation.ranges }),
          ]
            .filter(Boolean)
            .join('\n\n')
        : '';
    case 'what-now':
      return decision ? whatNow(words, decision, interview) : '';
    case 'keeps-it':
      return keepsIt(words, interview.policy, conversation);
    case 'form-again':
    case 'reference':
      return formAgain(words, about.kind, context);
    case 'why-asked':
      return whyAsked(words, context);
    case 'earlier-case':
    case 'mail-talk':
    case 'talk-code':
      return talkReply(words, about);
    default:
      return words.say(`digression.${about.kind}`, {
        human: words.say('button.human'),
        change: words.say('button.change'),
      });
  }
}

function clausesReply(words: Words, about: Extract<Digression, { kind: 'policy-question' }>, { file }: Policy): string {
  const clauses = about.clauses.flatMap((id) => {
    const clause = file.clauses[id];
    return clause ? [words.say('digression.clause', { text: clause.text, title: clause.title })] : [];
  });
  const explanations = about.facts.flatMap((id) => {
    const fact = file.facts[id];
    return fact && 'help' in fact && fact.help !== undefined ? [fact.help] : [];
  });
  return [...clauses, ...explanations].join('\n\n');
}

/** What a customer can get, before what they cannot and what people decide. */
const lastKinds: readonly OutcomeKind[] = ['refuses', 'person'];

/** More outcomes than these say little when they are listed. */
const maxOutcomes = 3;

/** What the open question decides, and its help; which answer leads where is not told. */
function whyAsked(words: Words, { interview, conversation }: DigressionContext): string {
  const { open } = conversation;
  const question = open && questionOf(interview, conversation, open);
  const reason = question?.fact ? factReason(words, interview, conversation) : '';
  return [reason, question?.help].filter(Boolean).join(' ');
}

function factReason(words: Words, interview: Interview, conversation: Conversation): string {
  const { policy, today, now } = interview;
  const situation = readFacts(policy, factsOf(knownAnswers(interview, conversation)), today, now);
  const possible = 'code' in situation ? [] : possibleResolutions(policy, situation);
  const rank = (one: string): number => lastKinds.indexOf(kindOf(policy.file, one));
  const outcomes = possible
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((one) => outcomeInShort(words, one) ?? []);
  // Some would not be all.
  if (outcomes.length > maxOutcomes || outcomes.length < possible.length) return words.say('digression.why-asked');
  return words.say('digression.why-asked.outcomes', {
    outcomes: words.either(outcomes),
  });
}

/** True if a person is offered beside the next question. */
export function offersHuman(act: Act): boolean {
  return act.type === 'digression' && offering.has(act.about.kind);
}
