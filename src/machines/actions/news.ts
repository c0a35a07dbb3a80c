import { beforeChoice } from '../../policy/engine/choice.ts';
import type { CaseReason } from '../case.ts';
import type { Statement } from '../events.ts';
import { isSameAnswer, knownAnswers, statusOf } from '../interview.ts';
import type { Answer, Details, Range } from '../record/record.ts';
import { type Context, currentStatus } from '../step-context.ts';

/** The content of a statement that the conversation does not know yet. */
interface News {
  answers: Answer[];
  ranges: Range[];
  mentioned: Record<string, string[]>;
  details: Details;
}

/** The content of a statement that is new: another answer, other days, a member or a detail that was not named before. */
export function newsIn(context: Context, statement: Statement): News {
  const { interview, conversation } = context;
  const { answer, inferred, ranges, mentioned, details } = withMembersAnswered(context, statement);
  const known = knownAnswers(interview, conversation);
  const isKnown = (fact: string): boolean => known.some((one) => one.fact === fact);
  return {
    answers: (answer ? [answer, ...inferred] : inferred).filter(
      (one) => !known.some((other) => isSameAnswer(one, other)),
    ),
    ranges: ranges.filter((range) => !isToldBy(range, known, conversation.ranges)),
    mentioned: Object.fromEntries(
      Object.entries(mentioned).filter(
        ([fact, members]) => !isKnown(fact) && !isSubset(members, conversation.mentioned[fact] ?? []),
      ),
    ),
    details: Object.fromEntries(
      Object.entries(details).filter(([id, value]) => conversation.details[id as keyof Details] !== value),
    ),
  };
}

/** True if a statement says something that is not known yet. */
export function saysSomethingNew(context: Context, statement: Statement): boolean {
  const { answers, ranges, mentioned, details } = newsIn(context, statement);
  return answers.length + ranges.length + Object.keys(mentioned).length + Object.keys(details).length > 0;
}

/** True if what follows takes something back that was known, or would be decided otherwise than it was. */
export function decidesAnew({ interview, conversation: before }: Context, after: Context): boolean {
  const answers = knownAnswers(interview, after.conversation);
  const { ranges } = after.conversation;
  const isKept = (one: Answer): boolean => answers.some((other) => isSameAnswer(one, other));
  if (!knownAnswers(interview, before).every(isKept)) return true;
  if (!before.ranges.every((one) => isToldBy(one, answers, ranges))) return true;
  const next = currentStatus(after);
  const issued = before.decision && beforeChoice(before.decision.decision);
  return next.kind !== 'decided' || JSON.stringify(next.decision) !== JSON.stringify(issued);
}

/**
 * True if the reason is gone for which the policy had left a case to people: it settles the case by itself, or what its
 * decision stood on was taken back, so that it has to ask again.
 */
export function settlesCase({ interview, conversation }: Context): boolean {
  const { case: filed, decision: issued } = conversation;
  if (filed?.state !== 'waiting' || !filed.because || !reasonsOfPolicy.has(filed.because)) return false;
  const next = statusOf(interview, conversation);
  if (next.kind === 'open') return true;
  return next.kind === 'decided' && next.decision.resolution !== (issued?.decision.resolution ?? 'human-review');
}

const reasonsOfPolicy: ReadonlySet<CaseReason> = new Set(['human-review', 'refuse-delivery', 'contradiction']);

/** The same with each set that was answered before answered anew, where further members of it are named. */
export function withMembersAnswered({ interview, conversation }: Context, statement: Statement): Statement {
  const added = Object.entries(statement.mentioned).flatMap(([id, members]): Answer[] => {
    const known = conversation.answers.find(({ fact }) => fact === id)?.value;
    const fact = interview.policy.file.facts[id];
    if (fact?.type !== 'set' || !Array.isArray(known) || isSubset(members, known)) return [];
    const value = Object.keys(fact.values).filter((one) => known.includes(one) || members.includes(one));
    return [{ fact: id, value, source: 'inferred' }];
  });
  const isAdded = (fact: string): boolean => added.some((one) => one.fact === fact);
  const fresh = added.filter(({ fact }) => !statement.inferred.some((one) => one.fact === fact));
  return {
    ...statement,
    inferred: [...statement.inferred, ...fresh],
    mentioned: Object.fromEntries(Object.entries(statement.mentioned).filter(([fact]) => !isAdded(fact))),
  };
}

/** True if a day known exactly, or a range known already, tells as much. */
export function isToldBy({ fact, from, to }: Range, known: readonly Answer[], ranges: readonly Range[]): boolean {
  const value = known.find((one) => one.fact === fact)?.value;
  const day = typeof value === 'string' ? value.slice(0, 'YYYY-MM-DD'.length) : '';
  if (from <= day && day <= to) return true;
  return ranges.some((one) => one.fact === fact && from <= one.from && one.to <= to);
}

function isSubset(members: readonly unknown[], of: readonly unknown[]): boolean {
  return members.every((one) => of.includes(one));
}
