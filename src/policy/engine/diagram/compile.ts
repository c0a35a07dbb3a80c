import { feeStepsOf } from '../../format/fee-schema.ts';
import { kindOf, type OutcomeKind } from '../../format/outcome-schema.ts';
import { refundPartsOf, refundWith } from '../../format/refund-schema.ts';
import type { Citation, DecisionRow, PolicyFile, Resolution } from '../../format/schema.ts';
import type { ComposedRefund } from '../../money/composed.ts';
import type { Fee } from '../../money/fee.ts';
import { calendarRules } from './calendar-rules.ts';
import { ConditionCompiler } from './conditions.ts';
import { Diagram, FALSE, type Node, TRUE, terminal } from './diagram.ts';
import { membersTogether, withMemberClauses } from './members-together.ts';
import { labelOfOption, type OfferedOption, offeredAmong, optionsOf } from './options.ts';
import { PolicyTooLargeError, unlessTooLarge } from './too-large.ts';
import { type Variable, variablesOf } from './variables.ts';

/** The decision of a row at one point of the space. */
export interface Outcome {
  row: DecisionRow;
  resolution: Resolution;
  kind: OutcomeKind;
  /** Clause ids, and `~fact` for "the clauses of the members named in this set". */
  clauses: string[];
  terms: string[];
  /** The fee of the step that holds. */
  fee?: Fee | undefined;
  /** The refund with its parts that hold. */
  refund?: ComposedRefund | undefined;
  /** The periods under `derived` whose ends make the row's deadlines: one, or those of which the last or first counts. */
  deadline?: string[] | undefined;
  sendBy?: string[] | undefined;
  /** What the customer can choose between. */
  options: OfferedOption[];
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

/** A policy in a language beside its first. */
export interface Translation {
  /** The policy with the texts of the language; where it lacks one, with that of the first language. */
  file: PolicyFile;
  /** Paths of texts that the first language has and this one lacks. */
  missing: (string | number)[][];
  /** Paths of texts that this language has and the first lacks; lists of rules are named by their ids. */
  surplus: (string | number)[][];
}

/** A policy ready to answer: its file, and the diagram from facts to outcomes. */
export interface Policy {
  file: PolicyFile;
  /** `sha256:` and the hex digest of the file's text. */
  digest: string;
  /** The text as it was read: of its file, or of all files of its folder (see `readPolicyText`). */
  text: string;
  /** The path of the file or folder that it was read from, or what else it is called in messages. */
  name?: string | undefined;
  /** By language, beside the first. */
  translations: ReadonlyMap<string, Translation>;
  variables: Variable[];
  diagram: Diagram;
  /** The diagram whose terminals are IMPOSSIBLE, GAP or indices into `outcomes`. */
  root: Node;
  /** The same as if periods of one date could be anything together. */
  anyCalendarRoot: Node;
  outcomes: (Outcome | undefined)[];
  /** For each row, in the file's order, the outcomes that it has for those whom it decides. */
  rowOutcomes: Node[];
  impossibilities: Impossibility[];
}

/** The source that a policy was read from. */
export interface PolicySource {
  text: string;
  digest: string;
  name?: string | undefined;
  translations?: Policy['translations'];
  /** True to compile what everybody would be told if the row that decides them were not there. */
  isSecondChoice?: boolean;
}

type ConditionalClause = { clause: string; node: Node };

/** The steps that a policy may take to compile, see `Diagram.within`: about a second, and 200 MB. */
const mostSteps = 1_500_000;
/** With a larger diagram the turn of a customer would keep others waiting. */
const mostNodes = 16_384;

/** Compiles a checked policy file; throws PolicyTooLargeError. */
export function compilePolicy(asWritten: PolicyFile, { isSecondChoice, ...source }: PolicySource): Policy {
  const file = withMemberClauses(asWritten);
  const variables = variablesOf(file);
  const diagram = new Diagram(variables.map((variable) => variable.values.length));
  const conditions = new ConditionCompiler(file, variables, diagram);
  const outcomes = new OutcomeTable(file);

  const conditional = (citations: Citation[]): ConditionalClause[] =>
    membersTogether(file, citations).flatMap((citation) => {
      if (typeof citation === 'string') return [{ clause: citation, node: TRUE }];
      if ('clause' in citation) return [{ clause: citation.clause, node: conditions.compile(citation.when ?? {}) }];
      if ('citations' in citation) return conditional(file.citations[citation.citations] ?? []);
      return eachOf(file, variables, conditions, citation.eachOf);
    });

  let second = terminal(GAP);
  const rowOutcomes: Node[] = [];
  const withRow = (row: DecisionRow, root: Node): Node => {
    const alternatives = conditional(row.anyOf ?? []);
    const clauses = [...conditional(row.clauses), ...alternatives];
    const terms = conditional(row.terms);
    let matches = conditions.compile(row.when);
    if (row.anyOf)
      matches = diagram.and(
        matches,
        alternatives.reduce((all, { node }) => diagram.or(all, node), FALSE),
      );
    const fees = stepsWithNodes(row, conditions, diagram);
    const refund = refundPartsOf(row).map(({ when, part }) => ({ part, node: conditions.compile(when) }));
    const deadline = row.deadline === undefined ? [] : conditions.endsOf(row.deadline);
    const sendBy = row.sendBy === undefined ? [] : conditions.endsOf(row.sendBy);
    const options = optionsOf(row, conditions, diagram);
    const ofOptions = [options, ...options.map(({ stages }) => stages)];
    const parts = [clauses, terms, fees, refund, deadline, sendBy, ...ofOptions];
    const outcome = diagram.apply(
      parts.flat().map(({ node }) => node),
      (bits) => {
        let at = 0;
        const holding = <T>(part: T[]): T[] => {
          at += part.length;
          return part.filter((_, i) => bits[at - part.length + i] === 1);
        };
        return outcomes.intern(row, {
          clauses: holding(clauses).map(({ clause }) => clause),
          terms: holding(terms).map(({ clause }) => clause),
          fee: holding(fees)[0]?.fee,
          refund: refundWith(
            row,
            holding(refund).map(({ part }) => part),
          ),
          deadline: holding(deadline),
          sendBy: holding(sendBy),
          options: offeredAmong(options, holding),
        });
      },
    );
    rowOutcomes.unshift(outcome);
    if (isSecondChoice) second = diagram.ifThenElse(matches, root, second);
    return diagram.ifThenElse(matches, outcome, root);
  };

  let left = mostSteps;
  const compiled = <T>(part: () => T, row?: DecisionRow): T => {
    const before = diagram.steps;
    const result = unlessTooLarge(() => diagram.within(left, part), row);
    left -= diagram.steps - before;
    return result;
  };
  let root = terminal(GAP);
  for (const row of file.decisions.toReversed()) {
    root = compiled(() => withRow(row, root), row);
    if (diagram.nodeCount > mostNodes && diagram.nodesOf(root).length > mostNodes) throw new PolicyTooLargeError(row);
  }
  if (isSecondChoice) root = second;
  const impossibilities = compiled(() =>
    file.impossible.map((rule) => ({ ...rule, node: conditions.compile(rule.when) })),
  );
  const ruled = compiled(() =>
    impossibilities.reduce((rest, { node }) => diagram.ifThenElse(node, terminal(IMPOSSIBLE), rest), root),
  );
  const dated = compiled(() => {
    const undatable = calendarRules(file, variables, diagram, diagram.support(ruled));
    return diagram.ifThenElse(undatable, terminal(IMPOSSIBLE), ruled);
  });
  if (diagram.nodesOf(dated).length > mostNodes) throw new PolicyTooLargeError(undefined);
  return {
    file,
    translations: new Map(),
    ...source,
    variables,
    diagram,
    root: dated,
    anyCalendarRoot: ruled,
    outcomes: outcomes.list,
    rowOutcomes,
    impossibilities,
  };
}

/** The steps of a row's fee, each with the set in which it is the one that holds. */
function stepsWithNodes(row: DecisionRow, conditions: ConditionCompiler, diagram: Diagram): { fee: Fee; node: Node }[] {
  let left = TRUE;
  return (row.fee ? feeStepsOf(row.fee) : []).map(({ when, ...fee }) => {
    const holds = conditions.compile(when ?? {});
    const node = diagram.and(left, holds);
    left = diagram.and(left, diagram.not(holds));
    return { fee, node };
  });
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

type Stage = { period: string; isOver: boolean };

/** The parts of a row that hold at a point of the space. */
interface Parts {
  clauses: string[];
  terms: string[];
  fee: Fee | undefined;
  refund: ComposedRefund | undefined;
  deadline: Stage[];
  sendBy: Stage[];
  options: OfferedOption[];
}

class OutcomeTable {
  readonly list: (Outcome | undefined)[] = [undefined, undefined];
  private readonly file: PolicyFile;
  private readonly order: Map<string, number>;
  private readonly ids = new Map<string, number>();

  constructor(file: PolicyFile) {
    this.file = file;
    this.order = new Map(Object.keys(file.clauses).map((clause, index) => [clause, index]));
  }

  /**
   * The number of an outcome. A deadline is part of it, so an answer with one is not settled before its period is
   * known.
   */
  intern(row: DecisionRow, parts: Parts): number {
    const { fee, refund, deadline, sendBy, options } = parts;
    const sorted = { clauses: this.inFileOrder(parts.clauses), terms: this.inFileOrder(parts.terms) };
    const ends = [deadline, sendBy].map((stages) => stages.map(({ period, isOver }) => [period, isOver]));
    const money = [fee ?? null, refund ?? null];
    const chosen = options.map(labelOfOption);
    const label = JSON.stringify([row.resolution, money, ends, row.refundAs ?? null, chosen, sorted]);
    const key = `${row.id} ${label}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.list.length;
    const { resolution } = row;
    const periods = (stages: Stage[]): string[] => stages.map(({ period }) => period);
    this.list.push({
      row,
      resolution,
      kind: kindOf(this.file, resolution),
      ...sorted,
      fee,
      refund,
      deadline: periods(deadline),
      sendBy: periods(sendBy),
      options,
      label,
    });
    this.ids.set(key, id);
    return id;
  }

  private inFileOrder(clauses: string[]): string[] {
    const at = (clause: string): number => this.order.get(clause) ?? this.order.size;
    return [...new Set(clauses)].sort((a, b) => at(a) - at(b));
  }
}
