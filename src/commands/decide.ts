import type { Readable, Writable } from 'node:stream';
import type { Moment } from '../policy/calendar.ts';
import { decide, type Verdict } from '../policy/engine/decide.ts';
import type { Facts } from '../policy/engine/facts.ts';
import type { Policy } from '../policy/format/load.ts';
import { defineCommand } from './command.ts';
import { factLines } from './input/fact-lines.ts';
import { chosenMoment, chosenPolicy } from './input/options.ts';

/** `returns decide` */
export const decideCommand = defineCommand({
  name: 'decide',
  summary: 'decide on facts, one JSON object a line',
  help: `returns decide [--policy <id, file or folder>] [--today YYYY-MM-DD | --now <ISO instant>]

Reads one JSON object of facts a line and writes one JSON object a line: the decision, or what to ask next,
or what is wrong with the line. Exits 1 if a line was wrong. Periods in hours need the time of day: with --today alone,
one that ends in the course of that day is unknown.

  echo '{"reason":"changed-mind","delivery":"received","receivedOn":"2026-11-10"}' |
    npm run --silent returns -- decide --policy fourteen-day-shop --today 2026-11-21`,
  options: { policy: { type: 'string' }, today: { type: 'string' }, now: { type: 'string' } },
  async run({ values }, context) {
    const config = context.config();
    const policy = chosenPolicy(values.policy, config, values);
    const at = chosenMoment(values, config, policy.file.timeZone);
    return (await decideLines(policy, at, context.input, context.output)) ? 0 : 1;
  },
});

/**
 * Reads one JSON object of facts a line, writes one JSON object a line in order; returns true if every line was good.
 */
async function decideLines(policy: Policy, at: Moment, input: Readable, output: Writable): Promise<boolean> {
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
