import type { Citation, Condition, DecisionRow, PolicyFile } from '../../src/policy/format/schema.ts';

/** A condition with everything spelled out: named conditions, and where a fact applies. */
export type Expression =
  | { all: Expression[] }
  | { any: Expression[] }
  | { not: Expression }
  | { fact: string; in: unknown[] }
  | { set: string; names: string[] };

/** A row of a policy for an engine that knows nothing of ours. */
export interface PlainRow {
  resolution: string;
  matches: Expression;
  clauses: { clause: string; when: Expression }[];
}

/** The rows of a policy with every shorthand spelled out. */
export function plainRows(file: PolicyFile): PlainRow[] {
  return file.decisions.map((row) => plainRow(file, row));
}

function plainRow(file: PolicyFile, row: DecisionRow): PlainRow {
  const anyOf = cited(file, row.anyOf ?? []);
  const when = spelledOut(file, row.when);
  const matches = row.anyOf
    ? flat('all', [
        when,
        flat(
          'any',
          anyOf.map((one) => one.when),
        ),
      ])
    : when;
  return { resolution: row.resolution, matches, clauses: [...cited(file, row.clauses), ...anyOf] };
}

function cited(file: PolicyFile, citations: Citation[]): PlainRow['clauses'] {
  return citations.flatMap((citation) => {
    if (typeof citation === 'string') return [{ clause: citation, when: { all: [] } }];
    if ('clause' in citation) return [{ clause: citation.clause, when: spelledOut(file, citation.when ?? {}) }];
    if ('citations' in citation) return cited(file, file.citations[citation.citations] ?? []);
    const fact = file.facts[citation.eachOf];
    const members = fact?.type === 'set' ? Object.entries(fact.values) : [];
    return members.map(([member, { clause = '' }]) => ({
      clause,
      when: spelledOut(file, { [citation.eachOf]: [member] }),
    }));
  });
}

function spelledOut(file: PolicyFile, { any, all, not, is, ...tests }: Condition): Expression {
  const names = [is ?? []].flat();
  return flat('all', [
    ...(all ?? []).map((part) => spelledOut(file, part)),
    ...(any
      ? [
          flat(
            'any',
            any.map((part) => spelledOut(file, part)),
          ),
        ]
      : []),
    ...(not ? [{ not: spelledOut(file, not) }] : []),
    ...names.map((name) => spelledOut(file, file.conditions[name] ?? {})),
    ...Object.entries(tests).flatMap(([fact, values]) => tested(file, fact, [values].flat())),
  ]);
}

/** Without a list around a single part, or in a list of its own kind. */
function flat(kind: 'all' | 'any', parts: Expression[]): Expression {
  const own = parts.flatMap((part) => (kind in part ? (part as Record<typeof kind, Expression[]>)[kind] : [part]));
  const [only] = own;
  if (own.length === 1 && only) return only;
  return kind === 'all' ? { all: own } : { any: own };
}

function tested(file: PolicyFile, id: string, values: unknown[]): Expression[] {
  const fact = file.facts[id];
  const applies = (fact ?? file.derived[id])?.applies;
  const members = fact?.type === 'set' ? Object.keys(fact.values) : undefined;
  const test = members
    ? { set: id, names: values.includes('any') ? members : values.map(String) }
    : { fact: id, in: values };
  return [...(applies ? [spelledOut(file, applies)] : []), test];
}
