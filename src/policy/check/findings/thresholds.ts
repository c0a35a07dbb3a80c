import type { Policy } from '../../engine/diagram/compile.ts';
import { entryAt } from '../../entry-at.ts';
import { type Fact, parseKnown, scaleOf, spanOf } from '../../fact-types/fact-types.ts';
import { decimalOf } from '../../fact-types/measured/scale.ts';
import type { Finding } from '../finding.ts';

/** Thresholds of numbers and amounts that no example shows from both sides: one step off, and nobody would see it. */
export function thresholdFindings({ file, variables }: Policy): Finding[] {
  return variables.flatMap(({ fact: id, bands, values }) => {
    const fact = file.facts[id];
    const scale = fact && scaleOf(fact);
    if (!bands || !scale) return [];
    const shown = stepsShown(file.clauses, id, fact);
    return bands.slice(1).flatMap(({ from }, i): Finding[] => {
      const missing = [from - 1, from].filter((step) => !shown.has(step));
      if (missing.length === 0) return [];
      const wanted = missing.map((step) => decimalOf(scale, step)).join(' and one with ');
      const sides = `"${entryAt(values, i)}" ends and "${entryAt(values, i + 1)}" begins`;
      const message = `${id} needs an example with ${wanted}: ${sides} there`;
      return [{ severity: 'warning', code: 'missing-example', path: ['facts', id], message }];
    });
  });
}

/** The steps that the examples of the clauses have; a range shows none. */
function stepsShown(clauses: Policy['file']['clauses'], id: string, fact: Fact): Set<number> {
  const examples = Object.values(clauses).flatMap(({ examples: { in: cited, out } }) => [...cited, ...out]);
  const spans = examples.flatMap(({ facts }) => {
    const known = Object.hasOwn(facts, id) ? parseKnown(fact, facts[id]) : undefined;
    return (known && spanOf(known)) ?? [];
  });
  return new Set(spans.flatMap(({ from, to }) => (from === to ? [from] : [])));
}
