import type { Moment } from '../calendar.ts';
import type { Decision } from './decision.ts';
import { IMPOSSIBLE, type Policy } from './diagram/compile.ts';
import { outcomeOf } from './entailment.ts';
import { type Facts, readFacts } from './facts.ts';
import type { OptionOffer } from './options.ts';
import { workingCopy } from './working-copy.ts';

/** What there is to choose: nothing where no option, or one alone, is offered. */
export function choicesIn({ options = [] }: Decision): OptionOffer[] {
  return options.length > 1 ? options : [];
}

/** The option that was chosen, if the decision offers it. */
export function chosenIn({ options = [], chosen }: Decision): OptionOffer | undefined {
  return options.find(({ id }) => id === chosen) ?? (options.length === 1 ? options[0] : undefined);
}

/** The decision as the chosen option makes it: its outcome, money, days and terms in the place of the decision's own. */
export function asChosen(decision: Decision): Decision {
  const option = chosenIn(decision);
  if (!option) return decision;
  const {
    feePercent: _,
    fee: __,
    refund: ___,
    refundAs: ____,
    deadline: _____,
    deadlineAt: ______,
    ...rest
  } = decision;
  const { id: _______, refundAs, terms, bonus: ________, bonusPercent: _________, ...figures } = option;
  const { refundParts, ...others } = rest;
  // Where the option says itself what is kept, the parts of the row's refund are none of its own.
  const parts = keepsItself(option) ? undefined : refundParts;
  const more = terms.filter((id) => !decision.terms.includes(id));
  return {
    ...others,
    ...(parts && { refundParts: parts }),
    ...figures,
    ...(refundAs && { refundAs: [refundAs] }),
    terms: [...decision.terms, ...more],
  };
}

function keepsItself({ fee, feePercent }: OptionOffer): boolean {
  return fee !== undefined || feePercent !== undefined;
}

/** The decision before anything was chosen, as `decide` gives it. */
export function beforeChoice({ chosen: _, ...decision }: Decision): Decision {
  return decision;
}

/** True if the facts can still lead to a decision that leaves the customer a choice. */
export function canLeadToChoice(original: Policy, facts: Facts, at: Moment): boolean {
  const policy = workingCopy(original);
  if (!policy.outcomes.some((outcome) => (outcome?.options.length ?? 0) > 1)) return false;
  const situation = readFacts(policy, facts, at.today, at.now);
  if ('code' in situation) return false;
  const node = policy.diagram.restrictAll(policy.root, situation.assignment);
  return [...policy.diagram.terminals(node)].some(
    (id) => id !== IMPOSSIBLE && outcomeOf(policy, id).options.length > 1,
  );
}
