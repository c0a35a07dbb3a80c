import { scaleOf } from '../../fact-types/fact-types.ts';
import { spanOf } from '../../fact-types/measured/bands.ts';
import { decimalOf, type Scale } from '../../fact-types/measured/scale.ts';
import type { Fact, PolicyFile } from '../../format/schema.ts';
import type { Finding } from '../finding.ts';
import { odd } from './odd-sums.ts';

/** Numbers and amounts that two ranges of a likelihood weigh. */
export function overlappingWeights({ facts }: PolicyFile): Finding[] {
  return Object.entries(facts).flatMap(([id, fact]) => {
    const scale = scaleOf(fact);
    return scale && (fact.type === 'number' || fact.type === 'amount') ? overlaps(id, fact, scale) : [];
  });
}

function overlaps(id: string, { likelihood }: Extract<Fact, { type: 'number' | 'amount' }>, scale: Scale): Finding[] {
  const spans = likelihood.map(({ weight: _, ...range }) => spanOf(scale, range));
  return spans.flatMap((span, at): Finding[] => {
    const before = spans.slice(0, at).findIndex((other) => other.from <= span.to && span.from <= other.to);
    const other = spans[before];
    if (!other) return [];
    const from = Math.max(span.from, other.from);
    const to = Math.min(span.to, other.to);
    const numbers = from === to ? decimalOf(scale, from) : `${decimalOf(scale, from)} to ${decimalOf(scale, to)}`;
    const message = `${numbers} ${from === to ? 'has' : 'have'} a weight in likelihood[${before}] already; let each range begin where the one before ends`;
    return [odd(['facts', id, 'likelihood', at], message, 'warning')];
  });
}
