import type { Words } from '../dialogs/wording/catalog/words.ts';
import type { Policy } from '../policy/format/load.ts';
import type { FormResolution } from '../policy/format/schema.ts';

/** The customer's next steps after the form was submitted. */
export function nextSteps(words: Words, policy: Policy, resolution: FormResolution): string[] {
  const { next = [] } = policy.file.forms[resolution] ?? {};
  return next.length ? next : [words.say('registered.noSteps')];
}

/** The message in the chat once a form was submitted. */
export function registeredMessage(words: Words, policy: Policy, resolution: FormResolution, rma: string): string {
  const steps = nextSteps(words, policy, resolution).map((step, i) => `${i + 1}. ${step}`);
  const registered = words.say(`form.${resolution}.registered`);
  return words.say('registered.message', { registered, rma, steps: steps.join('\n') });
}
