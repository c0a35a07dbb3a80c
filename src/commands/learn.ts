import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { dayOf } from '../policy/calendar.ts';
import { likelihoodPatch, withLikelihoods } from '../policy/format/likelihood-patch.ts';
import type { Policy } from '../policy/format/load.ts';
import { type Lesson, learnLikelihoods } from '../policy/interview/likelihoods.ts';
import type { StoredDecision } from '../store/store.ts';
import { defineCommand } from './command.ts';
import { chosenPolicy, UsageError } from './input/options.ts';

/** `returns learn` */
export const learnCommand = defineCommand({
  name: 'learn',
  summary: 'set the likelihoods of a policy from decisions',
  help: `returns learn [--policy <id or file>] [--write]

Sets how likely each answer is from the decisions that stand in DATA_DIR, so that the chat asks in the order that is
shortest for this shop's customers. Prints the likelihoods as YAML; --write puts them into the policy's file and
leaves everything else in it as it is. Running conversations keep the policy they began with.

  npm run --silent returns -- learn --policy equipment-shop --write`,
  options: { policy: { type: 'string' }, write: { type: 'boolean' } },
  async run({ values }, context) {
    const config = context.config();
    const name = values.policy ?? config.defaultPolicy;
    const policy = chosenPolicy(name, config);
    return context.withCore(async ({ store }) => {
      const lesson = learnFrom(policy, await store.decisions());
      if (values.write) writeFileSync(fileOf(policy, name, config), rewritten(policy, lesson));
      context.output.write(lessonText(policy, lesson));
      return 0;
    });
  },
});

/** What the decisions of a shop that still stand teach about its customers; those of other shops are left out. */
export function learnFrom(policy: Policy, decisions: readonly (StoredDecision & { at: string })[]): Lesson {
  const standing = decisions.filter(({ policyId, state }) => policyId === policy.file.id && state === 'issued');
  const customers = standing.map(({ facts, at }) => ({
    facts: facts as Record<string, unknown>,
    today: dayOf(at, policy.file.timeZone),
  }));
  return learnLikelihoods(policy, customers);
}

/** The lesson as YAML, with a comment that says what it rests on. */
export function lessonText({ file }: Policy, lesson: Lesson): string {
  const unreadable = lesson.unreadable ? `, ${lesson.unreadable} more cannot be read by this version` : '';
  const head = `# ${file.id}: likelihoods in percent, from ${lesson.read} decisions${unreadable}`;
  return lesson.likelihoods.length ? `${head}\n${likelihoodPatch(lesson.likelihoods)}` : `${head}\n`;
}

/** The text of the policy's file with the lesson in it. */
export function rewritten(policy: Policy, lesson: Lesson): string {
  return withLikelihoods(policy.text, lesson.likelihoods);
}

/** Where the policy's text came from: the file named, or the one in the folder that reads just so. */
function fileOf(policy: Policy, name: string, { initCwd, policiesDir }: Config): string {
  if (/\.ya?ml$/.test(name)) return resolve(initCwd, name);
  const paths = readdirSync(policiesDir).map((one) => join(policiesDir, one));
  const path = paths.find((one) => /\.ya?ml$/.test(one) && readFileSync(one, 'utf8') === policy.text);
  if (path === undefined) throw new UsageError(`The file of ${policy.file.id} changed just now; please try again.`);
  return path;
}
