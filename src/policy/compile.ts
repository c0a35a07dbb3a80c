import { ConditionCompiler } from './conditions.ts';
import { Diagram, FALSE, type Node, TRUE, terminal } from './diagram.ts';
import type { Citation, DecisionRow, PolicyFile, Resolution } from './schema.ts';
import { type Variable, variablesOf } from './variables.ts';

/** What a row decides at one point of the space. */
export interface Outcome {
  row: DecisionRow;
  resolution: Resolution;
  /** Clause ids, and `~fact` for "the clauses of the members named in this set". */
  clauses: string[];
  terms: string[];
  /** Outcomes with the same label are the same answer to the customer. */
  label: string;
}

/** The terminals that are not outcomes. */
export const IMPOSSIBLE = 0;
export const GAP = 1;

export interface Impossibility {
  node: Node;
  fact: string;
  because: string;
}

/** A policy ready to answer: its file, and the diagram from facts to outcomes. */
export interface Policy {
  file: PolicyFile;
  /** `sha256:` and the hex digest of the file's text. */
  digest: string;
  /** The file's text as it was read. */
  text: string;
  variables: Variable[];
  diagram: Diagram;
  /** The diagram whose terminals are IMPOSSIBLE, GAP or indices into `outcomes`. */
  root: Node;
  outcomes: (Outcome | undefined)[];
  impossibilities: Impossibility[];
}

type ConditionalClause = { clause: string; node: Node };

/** Compiles a checked policy file. */
export function compilePolicy(file: PolicyFile, source: { text: string; digest: string }): Policy {
  const variables = variablesOf(file);
  const diagram = new Diagram(variables.map((variable) => variable.values.length));
  const conditions = new ConditionCompiler(file, variables, diagram);
  const outcomes = new OutcomeTable(file);

  const conditional = (citations: Citation[]): ConditionalClause[] =>
    citations.flatMap((citation) => {
      if (typeof citation === 'string') return [{ clause: citation, node: TRUE }];
      if ('clause' in citation) return [{ clause: citation.clause, node: conditions.compile(citation.when ?? {}) }];
      if ('citations' in citation) return conditional(file.citations[citation.citations] ?? []);
      return eachOf(file, variables, conditions, citation.eachOf);
    });

  let root = terminal(GAP);
  for (const row of file.decisions.toReversed()) {
    const alternatives = conditional(row.anyOf ?? []);
    const clauses = [...conditional(row.clauses), ...alternatives];
    const terms = conditional(row.terms);
    let matches = conditions.compile(row.when);
    if (row.anyOf)
      matches = diagram.and(
        matches,
        alternatives.reduce((all, { node }) => diagram.or(all, node), FALSE),
      );
    // A deadline is part of the answer, so an answer with one is not settled before its period is known.
    const period =
      row.deadline === undefined ? [] : [file.derived[row.deadline]?.within, file.derived[row.deadline]?.after];
    const stages = period.map((value) => conditions.compile({ [row.deadline as string]: value }));
    const outcome = diagram.apply([...clauses, ...terms].map(({ node }) => node).concat(stages), (bits) =>
      outcomes.intern(
        row,
        clauses.filter((_, i) => bits[i] === 1).map(({ clause }) => clause),
        terms.filter((_, i) => bits[clauses.length + i] === 1).map(({ clause }) => clause),
        bits.slice(clauses.length + terms.length).join(''),
      ),
    );
    root = diagram.ifThenElse(matches, outcome, root);
  }

  const impossibilities = file.impossible.map((rule) => ({ ...rule, node: conditions.compile(rule.when) }));
  for (const { node } of impossibilities) root = diagram.ifThenElse(node, terminal(IMPOSSIBLE), root);
  return { file, ...source, variables, diagram, root, outcomes: outcomes.list, impossibilities };
}

function eachOf(
  file: PolicyFile,
  variables: Variable[],
  conditions: ConditionCompiler,
  set: string,
): ConditionalClause[] {
  const fact = file.facts[set];
  if (fact?.type !== 'set') return [];
  return variables
    .filter((variable) => variable.fact === set)
    .map(({ members = [] }) => {
      const [only = ''] = members;
      const clause = members.length === 1 ? (fact.values[only]?.clause ?? '') : `~${set}`;
      return { clause, node: conditions.compile({ [set]: members }) };
    });
}

class OutcomeTable {
  readonly list: (Outcome | undefined)[] = [undefined, undefined];
  private readonly order: Map<string, number>;
  private readonly ids = new Map<string, number>();

  constructor(file: PolicyFile) {
    this.order = new Map(Object.keys(file.clauses).map((clause, index) => [clause, index]));
  }

  intern(row: DecisionRow, clauses: string[], terms: string[], stage: string): number {
    const sorted = { clauses: this.inFileOrder(clauses), terms: this.inFileOrder(terms) };
    const label = JSON.stringify([row.resolution, row.fee ?? null, row.deadline ?? null, stage, sorted]);
    const key = `${row.id} ${label}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.list.length;
    this.list.push({ row, resolution: row.resolution, ...sorted, label });
    this.ids.set(key, id);
    return id;
  }

  private inFileOrder(clauses: string[]): string[] {
    const at = (clause: string): number => this.order.get(clause) ?? this.order.size;
    return [...new Set(clauses)].sort((a, b) => at(a) - at(b));
  }
}
