import type { Policy } from '../engine/diagram/compile.ts';
import { DiagramTooLargeError } from '../engine/diagram/diagram.ts';
import { Certificates } from './certificate.ts';
import { Planner } from './plan.ts';
import { type Profile, type Start, startsOf } from './profiles.ts';
import { Questions, type State } from './questions.ts';
import { costOf, fixedOrder, informationGain, ruleOrder, type Strategy } from './strategies.ts';

/** The expected cost of an interview under one profile; a figure is absent where too much would have to be gone through. */
export interface InterviewMeasures {
  profile: string;
  /** As the conversation asks, the policy's opening first. */
  planned?: number;
  /** The least that any order of questions can cost. */
  optimum?: number;
  /** `planned` as a multiple of `optimum`; 1 where nothing is asked. */
  ratio?: number;
  /** The extra cost of the pinned opening: `planned` less `optimum`. */
  pins?: number;
  informationGain?: number;
  ruleOrder?: number;
  fixedOrder?: number;
  /** The order planned without knowing the likelihoods, under the policy's. */
  uniform?: number;
}

/** The steps on the diagram that one figure may take, see `Diagram.within`. */
const mostSteps = 3_000_000;

/** Measures the interview of a policy under each profile, exactly. */
export function measureInterview(policy: Policy, profiles: readonly Profile[]): InterviewMeasures[] {
  const questions = new Questions(policy);
  const costs = {
    planned: costOf(questions, asPlanned(new Planner(policy))),
    optimum: costOf(questions, optimal(new Planner(policy, { opening: [] }))),
    informationGain: costOf(questions, informationGain(questions)),
    ruleOrder: costOf(questions, ruleOrder(questions)),
    fixedOrder: costOf(questions, fixedOrder(questions)),
    uniform: costOf(questions, optimal(new Planner(withUniformLikelihoods(policy), { opening: [] }))),
  };
  return profiles.map((profile) => {
    const starts = startsOf(questions, profile);
    const means = Object.entries(costs).flatMap(([name, cost]) => {
      const mean = withinReach(policy, () => meanOf(starts, cost));
      return mean === undefined ? [] : [[name, mean] as const];
    });
    const figures: Partial<Record<keyof typeof costs, number>> = Object.fromEntries(means);
    return { profile: profile.name, ...figures, ...besideOptimum(figures) };
  });
}

function besideOptimum({ planned, optimum }: Pick<InterviewMeasures, 'planned' | 'optimum'>) {
  if (planned === undefined || optimum === undefined) return {};
  return { ratio: optimum > 0 ? planned / optimum : 1, pins: planned - optimum };
}

function withinReach(policy: Policy, cost: () => number): number | undefined {
  try {
    return policy.diagram.within(mostSteps, cost);
  } catch (error) {
    if (error instanceof DiagramTooLargeError) return undefined;
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

function asPlanned(planner: Planner): Strategy {
  return (state) => planner.openStep(state).next;
}

/** The best order and no other: throws DiagramTooLargeError where it is out of reach. */
function optimal(planner: Planner): Strategy {
  return (state) => {
    const best = planner.bestStep(state);
    if (best === undefined) throw new DiagramTooLargeError('the best order is out of reach');
    return best.next;
  };
}

function meanOf(starts: Start[], cost: (state: State) => number): number {
  return starts.reduce((sum, { state, probability }) => sum + probability * cost(state), 0);
}
