import type { Conversation } from '../../../machines/record/record.ts';
import type { Moment } from '../../../policy/calendar.ts';
import { adviceOn } from '../../../policy/engine/advice.ts';
import { asChosen } from '../../../policy/engine/choice.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { hasForm } from '../../../policy/format/outcome-schema.ts';
import type { Words } from '../catalog/words.ts';
import { figures } from '../figures.ts';

interface FormContext {
  interview: Moment & { policy: Policy };
  conversation: Conversation;
  /** The form link of the decision that stands; absent where it has none, or its time is over. */
  formUrl?: string | undefined;
}

/** The reference once more, and for a form its link and the steps to take. */
export function formAgain(words: Words, kind: 'form-again' | 'reference', context: FormContext): string {
  const { interview, conversation, formUrl } = context;
  const { decision } = conversation;
  if (!decision) return '';
  const { reference, facts } = decision;
  const { timeZone } = interview.policy.file;
  const link = formUrl && words.say('ruling.openForm', { url: formUrl });
  const { steps } = adviceOn(interview.policy, facts, interview);
  const isForm = kind === 'form-again';
  return [
    words.say('digression.reference', { reference }),
    link || (isForm && words.say('digression.no-form', { human: words.say('button.human') })),
    isForm &&
      link &&
      figures(words, asChosen(decision.decision), timeZone)
        .map(({ title, value }) => words.say('answer.labelled', { label: title, answer: value }))
        .join('\n\n'),
    isForm && link && steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Who keeps the item has nothing to do: a form that is not sent begins nothing. */
export function keepsIt(words: Words, { file }: Policy, { decision, case: filed }: Conversation): string {
  const isOpen =
    decision && (hasForm(file, asChosen(decision.decision).resolution) || filed?.ruling?.ruling === 'approve');
  if (!isOpen) return words.say('digression.keeps-it');
  const { reference } = decision;
  return words.say('digression.keeps-it.form', { reference, human: words.say('button.human') });
}
