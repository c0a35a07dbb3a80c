import type { PathProblem } from '../policy-file-error.ts';
import type { RowRefund } from '../refund-schema.ts';
import type { DecisionRow, PolicyFile } from '../schema.ts';

/** The fact that says what was paid for the item: the one that takes it from the order, else the only one of type money. */
export function priceFactOf({ facts }: Pick<PolicyFile, 'facts'>): string | undefined {
  const [price, ...others] = pricesAmong(facts);
  return others.length === 0 ? price : undefined;
}

function pricesAmong(facts: PolicyFile['facts']): string[] {
  const sums = Object.keys(facts).filter((id) => ['money', 'amount'].includes(facts[id]?.type ?? ''));
  const ordered = sums.filter((id) => facts[id]?.fromOrder === 'item.price');
  return ordered.length > 0 ? ordered : sums.filter((id) => facts[id]?.type === 'money');
}

/** The mistake of a policy in which several facts could be the price. */
export function priceProblems({ facts }: PolicyFile): PathProblem[] {
  const [, second] = pricesAmong(facts);
  const message = 'expected one price: the fact with "fromOrder: item.price", else the only one of type money';
  return second === undefined ? [] : [{ path: ['facts', second], message }];
}

/** Mistakes in the refund of a row. */
export function refundProblems(file: PolicyFile, row: DecisionRow, path: PropertyKey[]): PathProblem[] {
  if (!row.refund) return [];
  const problems = row.refund.parts.flatMap((part, at) => partProblems(file, part, [...path, 'parts', at]));
  if (row.fee) problems.push({ path, message: 'a row has a fee or a refund; write the fee as a part of the refund' });
  const currencies = new Set([row.refund, ...row.refund.parts].flatMap((part) => currenciesOf(file, part)));
  if (currencies.size > 1)
    problems.push({ path, message: `expected one currency, not ${[...currencies].join(' and ')}` });
  return problems;
}

type Part = RowRefund['parts'][number];

function partProblems(file: PolicyFile, { part, fixed, of, percent }: Part, path: PropertyKey[]): PathProblem[] {
  if (fixed && (of !== undefined || percent !== undefined))
    return [{ path, message: '"fixed" does not go with of, percent' }];
  if (!fixed && of === undefined && percent === undefined && part !== 'price')
    return [{ path, message: `expected fixed, percent or of, which say how much the ${part} is` }];
  if (fixed) return [];
  const sums = Object.keys(file.facts).filter((id) => ['money', 'amount'].includes(file.facts[id]?.type ?? ''));
  if (of === undefined)
    return priceFactOf(file) === undefined
      ? [{ path, message: 'no fact says what was paid; expected one of type money' }]
      : [];
  return sums.includes(of)
    ? []
    : [{ path: [...path, 'of'], message: `there is no sum "${of}"; expected one of ${sums.join(', ')}` }];
}

function currenciesOf({ facts }: PolicyFile, { fixed, of, atLeast, atMost }: Partial<Part>): string[] {
  const fact = of === undefined ? undefined : facts[of];
  const ofFact = fact?.type === 'amount' ? [fact.currency] : [];
  return [...[fixed, atLeast, atMost].flatMap((sum) => sum?.currency ?? []), ...ofFact];
}
