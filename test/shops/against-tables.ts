import type { Verdict } from '../../src/policy/engine/decide.ts';
import { expectedReading, type Reading, readingOf } from './book.ts';
import { entailed } from './entailed.ts';
import type { ShopId, WireFacts } from './tables.ts';

/** How what the engine says strays from a shop's hand-written tables, or undefined; text is quicker to compare by the thousand. */
export function faultOf(shopId: ShopId, verdict: Verdict, facts: WireFacts, day: string): string | undefined {
  const expected = expectedReading(entailed(shopId, facts, day));
  const said = gist(overlookOpenAnswers(readingOf(verdict), expected));
  const entails = gist(expected);
  if (said !== entails) return `${day} ${JSON.stringify(facts)}: the engine says ${said}, the tables ${entails}`;
  if (verdict.kind === 'undecided' && !verdict.missing.includes(verdict.ask)) {
    return `${day} ${JSON.stringify(facts)}: ${verdict.ask} is asked, ${verdict.missing} may matter`;
  }
  return undefined;
}

/**
 * The spec does not say what a review tells of an answer that, with facts not yet given, still leaves the case open;
 * whatever the engine says there is let pass, as long as it says something.
 */
function overlookOpenAnswers(said: Reading, expected: Reading): Reading {
  if (!('review' in said) || !('review' in expected)) return said;
  const told = Object.entries(said.review ?? {}).map(([fact, answers]) => {
    const entails = expected.review?.[fact];
    const overlooked = Object.entries(answers).map(([value, resolution]) => {
      return [value, entails?.[value] === 'undecided' ? 'undecided' : resolution];
    });
    return [fact, Object.fromEntries(overlooked)];
  });
  return { ...said, review: Object.fromEntries(told) };
}

function gist(reading: Reading): string {
  if ('missing' in reading) return `undecided, open: ${reading.missing}`;
  if ('error' in reading) return reading.error;
  const { resolution, clauses, terms, feePercent, refund, deadline, alternatives, review } = reading;
  const money = refund && `${refund.amount} ${refund.currency} after ${refund.fee}`;
  const answers = Object.entries(review ?? {}).map(([fact, given]) => `${fact} (${entriesOf(given)})`);
  const looksInto = review && `review: ${answers.toSorted()}`;
  return [resolution, clauses, `terms: ${terms}`, feePercent, money, deadline, alternatives, looksInto].join('; ');
}

function entriesOf(answers: Record<string, string>): string[] {
  return Object.entries(answers)
    .map(([value, resolution]) => `${value}: ${resolution}`)
    .toSorted();
}
