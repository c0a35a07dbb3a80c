import { type Quantity, readQuantity } from '../../../language/numbers/quantities.ts';
import type { Unit } from '../../../language/numbers/units.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { type Fact, scaleOf } from '../../../policy/fact-types/fact-types.ts';
import { bandOf } from '../../../policy/fact-types/measured/bands.ts';
import { isOn, rangeOf, type Scale, type Span, stepsAround } from '../../../policy/fact-types/measured/scale.ts';
import { answered, answeredUnsurely, unclear } from '../answers/answer-events.ts';
import type { Reply } from './fact-reading.ts';

/**
 * Reads a number or amount. What is said roughly counts where all that it can be leads to the same, and is kept as the
 * range that it is; where it could go either way the exact value is asked for. Nothing is rounded.
 */
export function readMeasured<F extends Fact>(
  { interview, question, fact, text }: Reply<F>,
  unit: Unit,
  wireOf: (step: number) => Answer['value'],
): CustomerEvent {
  const scale = scaleOf(fact);
  const said = readQuantity(text, unit, question.text);
  const span = scale && said && spanOf(scale, said);
  if (!scale || !span) return unclear;
  const answer = said.isUnsure ? answeredUnsurely : answered;
  if (span.from === span.to) return answer(question.id, wireOf(span.from));
  const value = rangeOf(scale, span);
  const variable = interview.policy.variables.find((one) => one.fact === question.id);
  if (variable && bandOf(variable, span) < 0)
    return { type: 'unclear', problem: { kind: 'not-one-value', fact: question.id, value } };
  return answer(question.id, value);
}

/** The steps of the scale that a number may be, as said; `undefined` where it is none of them. */
function spanOf(scale: Scale, { low, high, isAbove, isBelow }: Quantity): Span | undefined {
  const from = low === undefined ? scale.min : stepsAround(scale, low).from + (isAbove ? 1 : 0);
  const to = high === undefined ? scale.max : stepsAround(scale, high).to - (isBelow ? 1 : 0);
  const isExact = low !== undefined && low === high;
  if (isExact && !(isOn(scale, from) && isOn(scale, to))) return undefined;
  const span = { from: Math.max(from, scale.min), to: Math.min(to, scale.max) };
  return span.from <= span.to ? span : undefined;
}
