import { InvariantError } from '../../../errors.ts';
import { scaleOf } from '../../fact-types/fact-types.ts';
import { spanOf } from '../../fact-types/measured/bands.ts';
import type { Span } from '../../fact-types/measured/scale.ts';
import { isComparison } from '../../format/comparison-schema.ts';
import { type Combined, inTimeOf } from '../../format/period-schema.ts';
import type { Condition, PolicyFile } from '../../format/schema.ts';
import { anyPart, combinedTest } from './combined.ts';
import { type Diagram, FALSE, type Node, TRUE } from './diagram.ts';
import type { Variable } from './variables.ts';

/** Turns conditions into diagrams. A fact outside its `applies` satisfies no test. */
export class ConditionCompiler {
  private readonly file: PolicyFile;
  private readonly variables: Variable[];
  private readonly diagram: Diagram;
  private readonly applicability = new Map<string, Node>();
  private readonly named = new Map<string, Node>();

  constructor(file: PolicyFile, variables: Variable[], diagram: Diagram) {
    this.file = file;
    this.variables = variables;
    this.diagram = diagram;
  }

  compile(condition: Condition): Node {
    const { any, all, not, is, ...tests } = condition;
    let node = TRUE;
    const require = (part: Node): void => {
      node = this.diagram.and(node, part);
    };
    for (const part of all ?? []) require(this.compile(part));
    if (any) require(any.reduce((found, part) => this.diagram.or(found, this.compile(part)), FALSE));
    if (not) require(this.diagram.not(this.compile(not)));
    for (const name of [is ?? []].flat()) require(this.namedCondition(name));
    for (const [fact, values] of Object.entries(tests)) require(this.test(fact, [values].flat()));
    return node;
  }

  private namedCondition(name: string): Node {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    const node = this.compile(this.file.conditions[name] ?? {});
    this.named.set(name, node);
    return node;
  }

  /** For each period that a derived fact stands for, where it does: one, or one for each of its lengths. */
  periodsOf(derived: string): { period: string; node: Node }[] {
    const variants = this.file.variants[derived];
    if (!variants) return [{ period: derived, node: TRUE }];
    let left = TRUE;
    return variants.map(({ period, when }) => {
      const holds = this.compile(when);
      const node = this.diagram.and(left, holds);
      left = this.diagram.and(left, this.diagram.not(holds));
      return { period, node };
    });
  }

  /** The periods whose ends make that of a derived fact, each where it does: while it runs, and once it is over. */
  endsOf(derived: string): { period: string; isOver: boolean; node: Node }[] {
    const combined = this.combined(derived);
    if (!combined) return this.periodsOf(derived).flatMap(({ period, node }) => this.stagesOf(period, node));
    const { pick, of } = combined;
    const { running, over } = this.anyPart(combined);
    // What is over ends before all that runs: the latest end is then that of another, the earliest its own.
    const others = this.diagram.not(pick === 'latest' ? running : over);
    return of
      .flatMap((part) => this.endsOf(part))
      .map((stage) => {
        const yields = stage.isOver === (pick === 'latest');
        return { ...stage, node: yields ? this.diagram.and(stage.node, others) : stage.node };
      });
  }

  private stagesOf(period: string, node: Node): { period: string; isOver: boolean; node: Node }[] {
    const definition = this.file.derived[period];
    return [
      { period, isOver: false, node: this.diagram.and(node, this.test(period, inTimeOf(definition))) },
      { period, isOver: true, node: this.diagram.and(node, this.test(period, [definition?.after])) },
    ];
  }

  private combined(id: string): Combined | undefined {
    return Object.hasOwn(this.file.combined, id) ? this.file.combined[id] : undefined;
  }

  private anyPart(combined: Combined) {
    return anyPart(this.file, this.diagram, combined, (fact, values) => this.test(fact, values));
  }

  private test(fact: string, wanted: unknown[]): Node {
    const combined = this.combined(fact);
    if (combined)
      return this.diagram.and(this.applies(fact), combinedTest(this.diagram, combined, this.anyPart(combined), wanted));
    if (this.file.variants[fact]) {
      return this.periodsOf(fact).reduce(
        (found, { period, node }) => this.diagram.or(found, this.diagram.and(node, this.test(period, wanted))),
        FALSE,
      );
    }
    let node = FALSE;
    this.variables.forEach((variable, index) => {
      if (variable.fact !== fact) return;
      const { members, bands } = variable;
      const hit = bands
        ? this.bandsWithin(fact, variable, wanted)
        : members
          ? new Set(wanted.includes('any') || members.some((member) => wanted.includes(member)) ? [1] : [])
          : new Set(variable.values.flatMap((value, at) => (wanted.includes(value) ? [at] : [])));
      node = this.diagram.or(node, this.diagram.test(index, hit));
    });
    return this.diagram.and(this.applies(fact), node);
  }

  /** The bands of a number or amount for which one of the comparisons holds. */
  private bandsWithin(id: string, { bands = [], values }: Variable, wanted: unknown[]): Set<number> {
    const fact = this.file.facts[id];
    const scale = fact && scaleOf(fact);
    const holds = (band: Span, one: unknown): boolean => {
      if (!scale || !(typeof one === 'number' || isComparison(one))) return false;
      const { from, to } = spanOf(scale, one);
      const isWithin = from <= band.from && band.to <= to;
      if (!isWithin && from <= band.to && band.from <= to)
        throw new InvariantError('band-cut-apart', `a comparison of ${id} cuts a band apart`);
      return isWithin;
    };
    return new Set(
      values.flatMap((value, at) => {
        const band = bands[at];
        return wanted.some((one) => one === value || (band !== undefined && holds(band, one))) ? [at] : [];
      }),
    );
  }

  /** The set in which the fact concerns the case. */
  private applies(fact: string): Node {
    const known = this.applicability.get(fact);
    if (known !== undefined) return known;
    const condition = (this.file.facts[fact] ?? this.file.derived[fact] ?? this.file.combined[fact])?.applies;
    const node = condition ? this.compile(condition) : TRUE;
    this.applicability.set(fact, node);
    return node;
  }
}
