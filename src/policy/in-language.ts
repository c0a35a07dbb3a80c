import type { Policy } from './engine/diagram/compile.ts';
import type { PolicyFile } from './format/schema.ts';

/**
 * The policy's file with the texts of a language. A text that the language lacks, and all of them if the policy does
 * not speak it, is that of the policy's first language; `check` finds both where the language is promised.
 */
export function policyFileIn({ file, translations }: Policy, language: string): PolicyFile {
  return translations.get(language)?.file ?? file;
}

const inLanguages = new WeakMap<Policy, Map<string, Policy>>();

/** The policy with its texts in a language, as `policyFileIn` gives them; the same object each time it is asked for. */
export function policyIn(policy: Policy, language: string): Policy {
  if (!policy.translations.has(language)) return policy;
  const known = inLanguages.get(policy) ?? new Map<string, Policy>();
  inLanguages.set(policy, known);
  const translated = known.get(language) ?? { ...policy, file: policyFileIn(policy, language) };
  known.set(language, translated);
  return translated;
}

/** The languages a policy can speak with a customer, its first one first. */
export function languagesOf({ file, translations }: Policy): string[] {
  return [file.language, ...translations.keys()];
}
