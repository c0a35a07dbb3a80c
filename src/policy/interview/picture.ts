import type { Policy } from '../engine/diagram/compile.ts';
import type { Variable } from '../engine/diagram/variables.ts';
import { answerOf } from '../engine/entailment.ts';
import { Planner } from './plan.ts';
import { startsOf } from './profiles.ts';
import { type Case, Questions, type State } from './questions.ts';

/** With more boxes than this a picture tells resolutions apart, and no longer their clauses. */
const maxBoxes = 60;

interface Box {
  id: string;
  text: string;
  isDecision: boolean;
  arrows: { to: string; text: string }[];
}

/** The planned interview of a policy as a Mermaid flowchart: questions, answers, decisions; equal parts drawn once. */
export function interviewPicture(policy: Policy): { mermaid: string; isSummary: boolean } {
  const full = boxesOf(policy, true);
  const isSummary = full.length > maxBoxes;
  const boxes = (isSummary ? boxesOf(policy, false) : full).toReversed();
  const names = new Map(boxes.map(({ id }, at) => [id, `b${at + 1}`]));
  const lines = boxes.flatMap(({ id, text, isDecision, arrows }) => [
    `  ${names.get(id)}${isDecision ? `(["${escaped(text)}"])` : `{{"${escaped(text)}"}}`}`,
    ...arrows.map((arrow) => `  ${names.get(id)} -- "${escaped(arrow.text)}" --> ${names.get(arrow.to)}`),
  ]);
  return { mermaid: ['flowchart TD', ...lines].join('\n'), isSummary };
}

/** The boxes, each after those that it leads to. */
function boxesOf(policy: Policy, hasClauses: boolean): Box[] {
  const questions = new Questions(policy);
  const planner = new Planner(policy);
  const boxes = new Map<string, Box>();
  const boxIds = new Map<number, string>();
  const box = (content: string, isDecision: boolean, text: string, arrows: Box['arrows'] = []): string => {
    const known = boxes.get(content);
    if (known) return known.id;
    const id = `${boxes.size}`;
    boxes.set(content, { id, text, isDecision, arrows });
    return id;
  };
  const draw = (state: State): string => {
    const boxId = boxIds.get(questions.keyOf(state)) ?? drawn(state);
    boxIds.set(questions.keyOf(state), boxId);
    return boxId;
  };
  const drawn = (state: State): string => {
    const answer = answerOf(policy, state.node);
    if (answer.kind === 'settled') {
      const [{ resolution, row }] = answer.outcomes;
      const clauses = hasClauses ? answer.clauses.map((clause) => named(policy, clause)) : [];
      const fee = row.fee && hasClauses ? ['with a fee'] : [];
      const text = [resolution, ...fee, ...clauses].join('\n');
      return box(text, true, text);
    }
    const fact = planner.openStep(state).next;
    const targets = new Map<string, string[]>();
    for (const one of questions.cases(state, fact)) {
      if (answerOf(policy, one.branch.node).kind === 'impossible') continue;
      const to = draw(one.branch);
      targets.set(to, [...(targets.get(to) ?? []), answerText(policy.variables, one.values)]);
    }
    const [only] = targets.keys();
    if (targets.size === 1 && only !== undefined) return only;
    const { label = fact } = policy.file.facts[fact] ?? policy.file.derived[fact] ?? {};
    const arrows = [...targets].map(([to, answers]) => ({ to, text: answers.join(', ') }));
    return box(`${fact} ${JSON.stringify(arrows)}`, false, label, arrows);
  };
  const [start] = startsOf(questions, { name: 'nothing known', known: [] });
  if (start) draw(start.state);
  return [...boxes.values()];
}

function answerText(variables: Variable[], values: Case['values']): string {
  const answers = values.map(([variable, value]) => ({ ...variables[variable], value }));
  const [first] = answers;
  if (!first?.members) return spoken(first?.values?.[first.value]);
  const named = answers.filter(({ value }) => value === 1).flatMap(({ members = [] }) => members.join(' or '));
  return named.length === 0 ? 'none' : answers.length === 1 ? 'any' : named.join(' and ');
}

function spoken(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === 'unknown' ? "I don't know" : String(value);
}

function named({ file }: Policy, clause: string): string {
  return clause.startsWith('~') ? `what the ${file.facts[clause.slice(1)]?.label ?? 'list'} names` : clause;
}

function escaped(text: string): string {
  return text.replaceAll('"', '#quot;').replaceAll('\n', '<br>');
}
