import { GAP, IMPOSSIBLE } from '../../engine/diagram/compile.ts';
import { outcomeOf } from '../../engine/entailment.ts';
import { coverageProblems } from '../../format/references/coverage.ts';
import type { Finding } from '../finding.ts';
import type { Space } from '../space.ts';

/** Clauses that no decision cites and no form shows, and text without a source. */
export function clauseFindings(space: Space): Finding[] {
  const cited = citedClauses(space);
  const dead = Object.keys(space.policy.file.clauses)
    .filter((clause) => !cited.has(clause))
    .map((clause): Finding => {
      const message = `"${clause}" is never cited: no customer's decision names it`;
      return { severity: 'warning', code: 'dead-clause', path: ['clauses', clause], message };
    });
  const uncovered = coverageProblems(space.policy.file).map(
    (problem): Finding => ({ severity: 'error', code: 'uncovered', ...problem }),
  );
  return [...dead, ...uncovered];
}

function citedClauses({ policy, legal }: Space): Set<string> {
  const { file, diagram } = policy;
  const met = diagram.apply([legal, policy.root], ([isLegal, id = IMPOSSIBLE]) => (isLegal === 1 ? id : IMPOSSIBLE));
  const { logIn, ...forms } = file.forms;
  const cited = new Set<string>(logIn === undefined ? [] : [logIn]);
  const ownForms = Object.values(file.outcomes).flatMap(({ form }) => form ?? []);
  for (const form of [...Object.values(forms), ...ownForms])
    for (const { clause } of form.ask) if (clause !== undefined) cited.add(clause);
  for (const id of diagram.terminals(met)) {
    if (id === IMPOSSIBLE || id === GAP) continue;
    const { clauses, terms, options } = outcomeOf(policy, id);
    const ofOptions = options.flatMap(({ option }) => option.terms);
    for (const clause of [...clauses, ...terms, ...ofOptions]) {
      const set = clause.startsWith('~') ? file.facts[clause.slice(1)] : undefined;
      if (set?.type === 'set') for (const value of Object.values(set.values)) cited.add(value.clause ?? '');
      else cited.add(clause);
    }
  }
  return cited;
}
