import { ZenEngine } from '@gorules/zen-engine';
import { parse } from '@marcbachmann/cel-js';
import { LogicEngine } from 'json-logic-engine';
import { Engine, type NestedCondition } from 'json-rules-engine';
import type { QuickValue } from '../../src/policy/engine/diagram/diagram-code.ts';
import type { Expression, PlainRow } from './expression.ts';

/** An engine's answer to a case: nothing if it could not tell. */
export type Verdict = { resolution: string; clauses: readonly string[] } | undefined;
export type Case = Record<string, QuickValue>;

/** Another engine with the same policy. `prepared` is what it wants to be given, made before the clock runs. */
export interface Peer {
  name: string;
  prepared(facts: Case): Case;
  decide(facts: Case): Verdict | Promise<Verdict>;
}

/** The four engines with the rows of a policy. */
export function peersOf(rows: readonly PlainRow[]): Peer[] {
  return [jsonLogic(rows), cel(rows), jsonRules(rows), zen(rows)];
}

/** Compiled to JavaScript once, as its authors recommend. */
function jsonLogic(rows: readonly PlainRow[]): Peer {
  const logicOf = (expression: Expression): unknown => {
    if ('all' in expression) return expression.all.length ? { and: expression.all.map(logicOf) } : true;
    if ('any' in expression) return { or: expression.any.map(logicOf) };
    if ('not' in expression) return { '!': [logicOf(expression.not)] };
    if ('fact' in expression) return { in: [{ var: expression.fact }, expression.in] };
    return { some: [{ var: expression.set }, { in: [{ var: '' }, expression.names] }] };
  };
  const branches = rows.flatMap(({ resolution, matches, clauses }) => [
    logicOf(matches),
    { merge: [[resolution], ...clauses.map(({ clause, when }) => ({ if: [logicOf(when), [clause], []] }))] },
  ]);
  const run = new LogicEngine().build({ if: [...branches, []] }) as (facts: Case) => string[];
  return {
    name: 'json-logic-engine',
    prepared: (facts) => facts,
    decide: (facts) => {
      const [resolution, ...clauses] = run(facts);
      return resolution === undefined ? undefined : { resolution, clauses };
    },
  };
}

/** Lists of one type only, so truth values are words. */
function cel(rows: readonly PlainRow[]): Peer {
  const words = (values: unknown[]): string => `[${values.map((value) => JSON.stringify(String(value))).join(', ')}]`;
  const textOf = (expression: Expression): string => {
    if ('all' in expression) return expression.all.length ? `(${expression.all.map(textOf).join(' && ')})` : 'true';
    if ('any' in expression) return `(${expression.any.map(textOf).join(' || ')})`;
    if ('not' in expression) return `!${textOf(expression.not)}`;
    if ('fact' in expression) return `(${expression.fact} in ${words(expression.in)})`;
    return `${expression.set}.exists(c, c in ${words(expression.names)})`;
  };
  const parsed = rows.map(({ resolution, matches, clauses }) => ({
    resolution,
    matches: parse(textOf(matches)),
    clauses: clauses.map(({ clause, when }) => ({ clause, when: parse(textOf(when)) })),
  }));
  return {
    name: 'cel-js',
    prepared: (facts) =>
      Object.fromEntries(
        Object.entries(facts).map(([fact, value]) => [fact, Array.isArray(value) ? value : String(value)]),
      ),
    decide: (facts) => {
      const row = parsed.find(({ matches }) => matches(facts) === true);
      if (!row) return undefined;
      return {
        resolution: row.resolution,
        clauses: row.clauses.filter(({ when }) => when(facts) === true).map(({ clause }) => clause),
      };
    },
  };
}

/** A rule for each row and for each clause of a row; the first row in order decides, and no later one is looked at. */
function jsonRules(rows: readonly PlainRow[]): Peer {
  const conditionOf = (expression: Expression): NestedCondition => {
    if ('all' in expression) return { all: expression.all.map(conditionOf) };
    if ('any' in expression) return { any: expression.any.map(conditionOf) };
    if ('not' in expression) return { not: conditionOf(expression.not) };
    if ('fact' in expression) return { fact: expression.fact, operator: 'in', value: expression.in };
    const any = expression.names.map((value) => ({ fact: expression.set, operator: 'contains', value }));
    return { any };
  };
  const engine = new Engine();
  rows.forEach(({ resolution, matches, clauses }, row) => {
    const rule = (all: Expression[], params: Record<string, unknown>): void => {
      const event = { type: 'row', params: { row, ...params } };
      const onSuccess = (): void => void engine.stop();
      engine.addRule({ conditions: { all: all.map(conditionOf) }, event, priority: rows.length - row, onSuccess });
    };
    const always = clauses.filter(({ when }) => isAlways(when)).map(({ clause }) => clause);
    rule([matches], { resolution, always });
    for (const { clause, when } of clauses) if (!isAlways(when)) rule([matches, when], { clause });
  });
  return {
    name: 'json-rules-engine',
    prepared: (facts) => facts,
    decide: async (facts) => {
      const { events } = await engine.run(facts);
      const found = events.map(({ params = {} }) => params);
      const first = Math.min(...found.map(({ row }) => row as number));
      const own = found.filter(({ row }) => row === first);
      const resolution = own.find((params) => params.resolution !== undefined)?.resolution as string | undefined;
      const clauses = own.flatMap(({ clause, always = [] }) => [clause ?? [], always].flat() as string[]);
      return resolution === undefined ? undefined : { resolution, clauses };
    },
  };
}

function isAlways(expression: Expression): boolean {
  return 'all' in expression && expression.all.length === 0;
}

/** A decision table, first hit. */
function zen(rows: readonly PlainRow[]): Peer {
  const words = (values: unknown[]): string => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  const textOf = (expression: Expression): string => {
    if ('all' in expression) return expression.all.length ? `(${expression.all.map(textOf).join(' and ')})` : 'true';
    if ('any' in expression) return `(${expression.any.map(textOf).join(' or ')})`;
    if ('not' in expression) return `not ${textOf(expression.not)}`;
    if ('fact' in expression) return `(${expression.fact} in ${words(expression.in)})`;
    return `(some(${expression.set}, # in ${words(expression.names)}))`;
  };
  const rules = rows.map(({ resolution, matches, clauses }, at) => ({
    _id: `r${at}`,
    i: textOf(matches),
    resolution: JSON.stringify(resolution),
    clauses: clauses.length
      ? `filter([${clauses.map(({ clause, when }) => `(${textOf(when)} ? "${clause}" : "")`).join(', ')}], # != "")`
      : '[]',
  }));
  const outputs = ['resolution', 'clauses'].map((field) => ({ id: field, name: field, field, type: 'expression' }));
  const table = { hitPolicy: 'first', inputs: [{ id: 'i', name: 'when', type: 'expression' }], outputs, rules };
  const position = { x: 0, y: 0 };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      { id: 'table', type: 'decisionTableNode', name: 'table', position, content: table },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    name: 'zen-engine',
    prepared: (facts) => facts,
    decide: async (facts) => {
      const { result } = (await decision.evaluate(facts)) as { result: Partial<NonNullable<Verdict>> | null };
      return result?.resolution === undefined
        ? undefined
        : { resolution: result.resolution, clauses: result.clauses ?? [] };
    },
  };
}
