import { isStandard, isStandardForm, ownOutcome, type Resolution } from '../../policy/format/outcome-schema.ts';
import type { PolicyFile } from '../../policy/format/schema.ts';
import type { Words } from './catalog/words.ts';

/** An outcome as a customer is told it: the shop's own in the shop's words. */
export function verdictOf(
  words: Words,
  file: PolicyFile,
  resolution: Resolution,
): { headline: string; sentence: string } {
  const own = ownOutcome(file, resolution);
  if (own) return own;
  const id = isStandard(resolution) ? resolution : 'human-review';
  return { headline: words.say(`verdict.${id}.headline`), sentence: words.say(`verdict.${id}.sentence`) };
}

/** The outcome in a few words behind "whether"; `undefined` for one of the shop's own, which has no such words. */
export function outcomeInShort(words: Words, resolution: Resolution): string | undefined {
  return isStandard(resolution) ? words.say(`outcome.${resolution}`) : undefined;
}

/** What the form of an outcome is called, and what it says around its fields. */
interface FormWords {
  title: string;
  about: string;
  lead: string;
  refundMethod: string;
  submit: string;
  registered: string;
  /** On the button that leads to it. */
  open: string;
}

/** The words of the form of an outcome; one of the shop's own is called what the outcome is. */
export function formWordsOf(words: Words, file: PolicyFile, resolution: Resolution): FormWords {
  const form = isStandardForm(resolution) ? resolution : 'own';
  const { headline, sentence } = verdictOf(words, file, resolution);
  const own = { title: headline, about: headline, lead: sentence };
  const named = isStandardForm(resolution)
    ? {
        title: words.say(`form.${resolution}.title`),
        about: words.say(`form.${resolution}.about`),
        lead: words.say(`form.${resolution}.lead`),
      }
    : own;
  return {
    ...named,
    refundMethod: words.say(`form.${form}.refundMethod`),
    submit: words.say(`form.${form}.submit`),
    registered: words.say(`form.${form}.registered`),
    open: words.say(`decision.openForm.${form}`),
  };
}
