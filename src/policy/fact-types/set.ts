import { z } from 'zod';
import { kebabId, percent } from '../format/condition-schema.ts';
import { type FactType, noOthers } from './fact-type.ts';
import { asked, namedValue, phrases } from './keys.ts';

const schema = z.strictObject({
  type: z.literal('set'),
  ...asked,
  /** Phrases of a message in which none of the values, or none but those it names, is so. */
  phrases,
  values: z.record(
    kebabId,
    namedValue.extend({
      likelihood: percent,
      /** The clause that naming this value establishes; see `eachOf`. */
      clause: kebabId.optional(),
      /** Phrases of a message in which this is not so, e.g. "the seal is intact". */
      negativePhrases: phrases,
    }),
  ),
});
export type SetFact = z.infer<typeof schema>;

/**
 * Any number of the members that the policy names, none included. "Unknown" is no answer: what nobody names is not so.
 */
export const set = {
  schema,
  parse({ values }, wire) {
    const isMember = (one: unknown): one is string => typeof one === 'string' && Object.hasOwn(values, one);
    return Array.isArray(wire) && wire.every(isMember) ? wire : undefined;
  },
  expectation: ({ values }) => `a list, which may be empty, of ${Object.keys(values).join(', ')}`,
  lateFor: () => undefined,
  testable: ({ values }) => [...Object.keys(values), 'any'],
  variables(id, fact, { standsAlone }) {
    const members = Object.keys(fact.values);
    const alone = members.filter(standsAlone).map((member) => [member]);
    const alike = members.filter((member) => !standsAlone(member));
    return [...alone, ...(alike.length ? [alike] : [])].map((group) => {
      const none = group.reduce((p, member) => p * (1 - (fact.values[member]?.likelihood ?? 0) / 100), 1);
      return { fact: id, values: [false, true], probabilities: [none, 1 - none], members: group };
    });
  },
  indexIn: ({ members = [] }, value) => (value.some((member) => members.includes(member)) ? 1 : 0),
  isOnPapers: false,
  others(_, given = [], { isRevealed }) {
    const kept = given.filter((member) => !isRevealed(member));
    return kept.length < given.length ? { kind: 'each', values: [kept] } : noOthers;
  },
  likelihoods: ({ values }) => ({
    kind: 'each',
    paths: Object.keys(values).map((value) => ({ value, path: ['values', value, 'likelihood'] })),
  }),
  countedAs: (value) => value,
} satisfies FactType<SetFact, string[]>;
