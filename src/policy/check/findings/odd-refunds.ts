import Big from 'big.js';
import type { RowRefund } from '../../format/refund-schema.ts';
import type { PolicyFile } from '../../format/schema.ts';
import { isKept } from '../../money/composed.ts';
import type { Money } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import { bonusFindings, odd, shareFindings, sumFindings } from './odd-sums.ts';

type Part = RowRefund['parts'][number];
type Bounds = Pick<Part, 'atLeast' | 'atMost'>;

/** Refunds of rows that can be reckoned and are hardly meant. */
export function refundFindings({ decisions }: PolicyFile): Finding[] {
  return decisions.flatMap(({ refund }, row) => {
    if (!refund) return [];
    const path = ['decisions', row, 'refund'];
    const ofParts = refund.parts.flatMap((part, at) => partFindings(part, [...path, 'parts', at]));
    return [...boundFindings(refund, path), ...ofParts];
  });
}

function partFindings(part: Part, path: PropertyKey[]): Finding[] {
  const { fixed, percent } = part;
  return [
    ...(fixed ? sumFindings([...path, 'fixed'], fixed, undefined) : []),
    ...(percent === undefined ? [] : percentFindings(part, percent, [...path, 'percent'])),
    ...boundFindings(part, path),
  ];
}

/** A difference in price can be paid back more than once over: some shops promise 110 % of it. */
function percentFindings(part: Part, percent: number, path: PropertyKey[]): Finding[] {
  if (part.part === 'bonus') return [...shareFindings(path, percent), ...bonusFindings(path, percent)];
  if (percent <= 100 || part.part === 'difference') return part.part === 'tax' ? [] : shareFindings(path, percent);
  const most = isKept(part) ? 'can be kept' : 'can be paid back, and a bonus is a part of its own';
  return [odd(path, `${percent} % is more than all of it; at most 100 ${most}`)];
}

function boundFindings({ atLeast, atMost }: Bounds, path: PropertyKey[]): Finding[] {
  const ofSum = (key: keyof Bounds, sum: Money | undefined): Finding[] =>
    sum ? sumFindings([...path, key], sum, undefined) : [];
  return [...ofSum('atLeast', atLeast), ...ofSum('atMost', atMost), ...crossed({ atLeast, atMost }, path)];
}

function crossed({ atLeast, atMost }: Bounds, path: PropertyKey[]): Finding[] {
  if (!atLeast || !atMost || !new Big(atLeast.amount).gt(atMost.amount)) return [];
  const message = `at least ${atLeast.amount} is more than at most ${atMost.amount}; nobody can be paid both`;
  return [odd([...path, 'atLeast'], message)];
}
