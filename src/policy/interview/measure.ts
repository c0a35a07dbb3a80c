import type { Policy } from '../engine/diagram/compile.ts';
import { Certificates } from './certificate.ts';
import { Planner, TooLargeToPlan } from './plan.ts';
import { type Profile, type Start, startsOf } from './profiles.ts';
import { Questions, type State } from './questions.ts';
import { costOf, fixedOrder, informationGain, ruleOrder, type Strategy } from './strategies.ts';

/** The expected cost of an interview under one profile, an ordinary question costing 1. */
export interface InterviewMeasures {
  profile: string;
  /** As the conversation asks, the policy's opening first. */
  planned: number;
  /** The least that any order of questions can cost; absent, with what rests on it, where there are too many orders. */
  optimum?: number;
  /** `planned` as a multiple of `optimum`; 1 where nothing is asked. */
  ratio?: number;
  /** The extra cost of the pinned opening: `planned` less `optimum`. */
  pins?: number;
  informationGain: number;
  ruleOrder: number;
  fixedOrder: number;
  /** The order planned without knowing the likelihoods, under the policy's. */
  uniform?: number;
}

/** Measures the interview of a policy under each profile, exactly. */
export function measureInterview(policy: Policy, profiles: readonly Profile[]): InterviewMeasures[] {
  const questions = new Questions(policy);
  const planned = plannedBy(new Planner(policy));
  const optimal = plannedBy(new Planner(policy, []));
  const costs = {
    planned: costOf(questions, planned),
    optimum: costOf(questions, optimal),
    informationGain: costOf(questions, informationGain(questions)),
    ruleOrder: costOf(questions, ruleOrder(questions)),
    fixedOrder: costOf(questions, fixedOrder(questions)),
    uniform: costOf(questions, plannedBy(new Planner(withUniformLikelihoods(policy), []))),
  };
  return profiles.map((profile) => {
    const starts = startsOf(questions, profile);
    const mean = (cost: (state: State) => number): number => meanOf(starts, cost);
    const optimum = unlessTooLarge(() => mean(costs.optimum));
    const uniform = unlessTooLarge(() => mean(costs.uniform));
    const plannedCost = mean(costs.planned);
    return {
      profile: profile.name,
      planned: plannedCost,
      ...(optimum !== undefined && {
        optimum,
        ratio: optimum > 0 ? plannedCost / optimum : 1,
        pins: plannedCost - optimum,
      }),
      informationGain: mean(costs.informationGain),
      ruleOrder: mean(costs.ruleOrder),
      fixedOrder: mean(costs.fixedOrder),
      ...(uniform !== undefined && { uniform }),
    };
  });
}

function unlessTooLarge(cost: () => number): number | undefined {
  try {
    return cost();
  } catch (error) {
    if (error instanceof TooLargeToPlan) return undefined;
    throw error;
  }
}

/** Under each profile what the facts that prove each customer's answer cost; nothing where the policy is too large. */
export function certificatesOf(policy: Policy, profiles: readonly Profile[]): (number | undefined)[] {
  const questions = new Questions(policy);
  const certificates = new Certificates(questions);
  return profiles.map((profile) => {
    const parts = startsOf(questions, profile).map(({ state, probability }) => {
      const expected = certificates.expected(state);
      return expected === undefined ? Number.NaN : probability * expected;
    });
    const sum = parts.reduce((total, part) => total + part, 0);
    return Number.isNaN(sum) ? undefined : sum;
  });
}

/** The policy as if every value of a fact were equally likely. */
function withUniformLikelihoods(policy: Policy): Policy {
  const variables = policy.variables.map((variable) => ({
    ...variable,
    probabilities: variable.values.map(() => 1 / variable.values.length),
  }));
  return { ...policy, variables };
}

function plannedBy(planner: Planner): Strategy {
  return (state) => planner.openStep(state).next;
}

function meanOf(starts: Start[], cost: (state: State) => number): number {
  return starts.reduce((sum, { state, probability }) => sum + probability * cost(state), 0);
}
