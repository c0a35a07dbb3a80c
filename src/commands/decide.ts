import type { Readable, Writable } from 'node:stream';
import type { Moment } from '../policy/calendar.ts';
import { decide, type Verdict } from '../policy/engine/decide.ts';
import type { Facts } from '../policy/engine/facts.ts';
import type { Policy } from '../policy/format/load.ts';
import { factLines } from './fact-lines.ts';

/** Reads one JSON object of facts a line, writes one JSON object a line in order; returns whether every line was good. */
export async function decideLines(policy: Policy, at: Moment, input: Readable, output: Writable): Promise<boolean> {
  let good = true;
  for await (const facts of factLines(input)) {
    const answer = answerTo(policy, at, facts);
    good &&= !('error' in answer);
    if (!output.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
  return good;
}

function answerTo(policy: Policy, at: Moment, facts: Facts | undefined): object {
  if (!facts) return { error: { code: 'invalid-json', message: 'expected one JSON object of facts on the line' } };
  return onTheWire(decide(policy, facts, at));
}

function onTheWire(verdict: Verdict): object {
  switch (verdict.kind) {
    case 'decision':
      return verdict.decision;
    case 'undecided':
      return { undecided: true, ask: verdict.ask, missing: verdict.missing };
    case 'error':
      return { error: verdict.error };
  }
}
