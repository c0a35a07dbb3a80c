import type { Policy } from './engine/compile.ts';
import type { PolicyFile } from './format/schema.ts';

/**
 * The policy's file with the texts of a language. A text that the language lacks, and all of them if the policy does
 * not speak it, is that of the policy's first language; `check` finds both where the language is promised.
 */
export function policyFileIn({ file, translations }: Policy, language: string): PolicyFile {
  return translations.get(language)?.file ?? file;
}

/** The languages a policy can speak with a customer, its first one first. */
export function languagesOf({ file, translations }: Policy): string[] {
  return [file.language, ...translations.keys()];
}
