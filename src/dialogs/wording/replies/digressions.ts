import type { Act } from '../../../machines/acts.ts';
import type { Digression } from '../../../machines/events.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { Words } from '../catalog/words.ts';

const offering = new Set<Digression['kind']>([
  'identity',
  'abuse',
  'out-of-scope',
  'refund-status',
  'case-status',
  'unanswered-question',
]);

/**
 * The reply to something that is no answer; a question about the policy is answered in the clauses' words, each named.
 */
export function digressionReply(words: Words, about: Digression, { file }: Policy): string {
  if (about.kind !== 'policy-question') {
    return words.say(`digression.${about.kind}`, { human: words.say('button.human') });
  }
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

/** True if a person is offered beside the next question. */
export function offersHuman(act: Act): boolean {
  return act.type === 'digression' && offering.has(act.about.kind);
}
