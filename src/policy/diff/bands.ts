import { UNKNOWN, type Variable } from '../engine/diagram/variable.ts';
import { entryAt } from '../entry-at.ts';
import { type Fact, parseKnown, scaleOf, spanOf } from '../fact-types/fact-types.ts';
import type { Span } from '../fact-types/measured/scale.ts';
import { type Building, own, variablesFor } from './building.ts';
import { normalised, type Pair, sides } from './pair.ts';

/** Values that both policies treat alike, with one of them on the wire. */
interface Piece {
  sample: unknown;
  /** The place of the band on each side. */
  places: [old: number, fresh: number];
  share: number;
}

/** A number or amount is cut at the thresholds of both policies, so that whoever lies between two is seen. */
export function sharedBands(pair: Pair, id: string, building: Building): void {
  const [old] = variablesFor(pair.old, id);
  const [fresh] = variablesFor(pair.new, id);
  const facts = sides.map((side) => pair[side].file.facts[id]);
  if (!old || !fresh || digitsOf(facts[0]) !== digitsOf(facts[1])) {
    for (const side of sides) own(pair, id, side, building);
    return;
  }
  const pieces = piecesOf(old.variable, fresh.variable, facts);
  const dimension = building.add({
    size: pieces.length,
    probabilities: normalised(pieces.map(({ share }) => share)),
    tells: (_, value) => ({ [id]: entryAt(pieces, value).sample }),
  });
  building.readings.old[old.at] = { dimension, valueAt: pieces.map(({ places }) => places[0]) };
  building.readings.new[fresh.at] = { dimension, valueAt: pieces.map(({ places }) => places[1]) };
}

function digitsOf(fact: Fact | undefined): number | undefined {
  return fact && scaleOf(fact)?.digits;
}

function piecesOf(old: Variable, fresh: Variable, facts: (Fact | undefined)[]): Piece[] {
  const pieces = (old.bands ?? []).flatMap((a, i) =>
    (fresh.bands ?? []).flatMap((b, j): Piece[] => {
      const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
      if (span.from > span.to) return [];
      const parts = (old.bands ?? []).filter((one) => one.from <= b.to && b.from <= one.to).length;
      const sample = sampleIn(span, [...(old.samples ?? []), ...(fresh.samples ?? [])], facts);
      return [{ sample, places: [i, j], share: (fresh.probabilities[j] ?? 0) / parts }];
    }),
  );
  const unknown: [number, number] = [old.values.indexOf(UNKNOWN), fresh.values.indexOf(UNKNOWN)];
  if (unknown.includes(-1)) return pieces;
  return [...pieces, { sample: UNKNOWN, places: unknown, share: fresh.probabilities[unknown[1]] ?? 0 }];
}

/** One of the bands' own samples that lies in the span; each piece begins or ends where a band of one side does. */
function sampleIn(span: Span, samples: unknown[], facts: (Fact | undefined)[]): unknown {
  return samples.find((sample) =>
    facts.some((fact) => {
      const known = fact && parseKnown(fact, sample);
      const own = known && spanOf(known);
      return own !== undefined && span.from <= own.from && own.to <= span.to;
    }),
  );
}
