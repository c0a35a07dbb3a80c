import type { Words } from '../dialogs/wording/catalog/words.ts';
import { formWordsOf } from '../dialogs/wording/outcome-words.ts';
import type { Policy } from '../policy/format/load.ts';
import { formOf, type Resolution } from '../policy/format/outcome-schema.ts';

/** The customer's next steps after the form was submitted. */
export function nextSteps(words: Words, policy: Policy, resolution: Resolution): string[] {
  const { next = [] } = formOf(policy.file, resolution) ?? {};
  return next.length ? next : [words.say('registered.noSteps')];
}

/** The message in the chat once a form was submitted. */
export function registeredMessage(words: Words, policy: Policy, resolution: Resolution, rma: string): string {
  const steps = nextSteps(words, policy, resolution).map((step, i) => `${i + 1}. ${step}`);
  const { registered } = formWordsOf(words, policy.file, resolution);
  return words.say('registered.message', { registered, rma, steps: steps.join('\n') });
}
