import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { dayOf } from '../policy/calendar.ts';
import type { Policy } from '../policy/format/load.ts';
import {
  isPolicyPath,
  policyPathOf,
  RULES_FILE,
  readPolicyText,
  rulesTextOf,
} from '../policy/format/parts/policy-text.ts';
import { likelihoodPatch, withLikelihoods } from '../policy/format/yaml/likelihood-patch.ts';
import { ENOUGH_CUSTOMERS, type Lesson, learnLikelihoods, wellFounded } from '../policy/interview/likelihoods.ts';
import { eachDecision } from '../store/pages.ts';
import type { StoredDecision } from '../store/store.ts';
import { defineCommand } from './command.ts';
import { factsIn } from './diff/stored-decisions.ts';
import { chosenPolicy, UsageError } from './input/options.ts';

/** `returns learn` */
export const learnCommand = defineCommand({
  name: 'learn',
  summary: 'set the likelihoods of a policy from decisions',
  help: `returns learn [--policy <id, file or folder>] [--write]

Sets how likely each answer is from the decisions that stand in DATA_DIR, so that the chat asks in the order that is
shortest for this shop's customers. Prints the likelihoods as YAML; --write puts those into the policy's rules that at
least ${ENOUGH_CUSTOMERS} customers have told, and leaves everything else in it as it is. Running conversations keep the policy they
began with.

  npm run --silent returns -- learn --policy equipment-shop --write`,
  options: { policy: { type: 'string' }, write: { type: 'boolean' } },
  async run({ values }, context) {
    const config = context.config();
    const policy = chosenPolicy(values.policy, config);
    return context.withCore(async ({ store }) => {
      const lesson = learnFrom(policy, await Array.fromAsync(eachDecision(store)));
      context.output.write(lessonText(policy, lesson));
      if (values.write) context.output.write(written(policy, lesson, fileOf(policy, values.policy, config)));
      return 0;
    });
  },
});

/** The lesson of a shop's standing decisions about its customers; those of other shops are left out. */
export function learnFrom(policy: Policy, decisions: readonly (StoredDecision & { at: string })[]): Lesson {
  const issued = decisions.filter(({ policyId, state }) => policyId === policy.file.id && state === 'issued');
  const customers = issued.map((one) => ({
    facts: factsIn(one),
    today: dayOf(one.at, policy.file.timeZone),
  }));
  return learnLikelihoods(policy, customers);
}

/** The lesson as YAML, with a comment that says what it rests on. */
export function lessonText({ file }: Policy, lesson: Lesson): string {
  const unreadable = lesson.unreadable ? `, ${lesson.unreadable} more cannot be read by this version` : '';
  const head = `# ${file.id}: likelihoods in percent, from ${lesson.read} decisions${unreadable}`;
  return lesson.likelihoods.length ? `${head}\n${likelihoodPatch(lesson.likelihoods)}` : `${head}\n`;
}

/** Writes what enough customers have told; says what was left as it is. */
function written(policy: Policy, lesson: Lesson, file: string): string {
  const founded = wellFounded(lesson);
  if (founded.likelihoods.length > 0) writeFileSync(file, policyWith(policy, founded));
  const left = lesson.likelihoods.filter((one) => !founded.likelihoods.includes(one)).map(({ path }) => path[1]);
  return left.length > 0
    ? `# left as it is, told by fewer than ${ENOUGH_CUSTOMERS} customers: ${[...new Set(left)].join(', ')}\n`
    : '';
}

/** The text of the policy's rules with the lesson in it. */
export function policyWith(policy: Policy, lesson: Lesson): string {
  return withLikelihoods(rulesTextOf(policy.text), lesson.likelihoods);
}

/**
 * The path that the policy's rules came from: the file or folder named, or the one among the policies that reads just
 * so.
 */
function fileOf(policy: Policy, name: string | undefined, { initCwd, policiesDir }: Config): string {
  const paths = [
    ...(name === undefined ? [] : [resolve(initCwd, name)]),
    ...readdirSync(policiesDir).map((one) => join(policiesDir, one)),
  ];
  const path = paths
    .filter(isPolicyPath)
    .map(policyPathOf)
    .find((one) => readPolicyText(one) === policy.text);
  if (path === undefined) throw new UsageError(`The policy ${policy.file.id} changed just now; please try again.`);
  return statSync(path).isDirectory() ? join(path, RULES_FILE) : path;
}
