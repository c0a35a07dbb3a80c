import type { Readable, Writable } from 'node:stream';
import type { Moment } from '../../policy/calendar.ts';
import { explain } from '../../policy/explain/explain.ts';
import type { Policy } from '../../policy/format/load.ts';
import { factLines, parseFacts } from '../fact-lines.ts';
import { explanationText } from './text.ts';

export const explainHelp = `returns explain [--policy <id or file>] [--today YYYY-MM-DD | --now <ISO instant>] [--facts <json>] [--json]

Tells why: the decision on the facts of each line of standard input (or of --facts), which clauses apply with their
text and the facts that each follows from, what comes with it, and where answers that are still missing would lead. For
a refusal it names the single facts that it turned on, those only that the policy marks with "reveal".
It is written for the people of the shop; only what is named under "otherwise" is meant to be told to a customer.
--json writes the same as one JSON object a line. Exits 1 if a line was wrong.

  npm run --silent returns -- explain --policy fourteen-day-shop --today 2026-11-21 \\
    --facts '{"reason":"changed-mind","delivery":"received","receivedOn":"2026-11-01"}'`;

/** Explains the decision on each line of facts; resolves with whether every line was good. */
export async function explainLines(
  policy: Policy,
  at: Moment,
  options: { facts?: string | undefined; isJson: boolean },
  io: { input: Readable; output: Writable },
): Promise<boolean> {
  let isGood = true;
  let isFirst = true;
  const lines = options.facts === undefined ? factLines(io.input) : [parseFacts(options.facts)];
  for await (const facts of lines) {
    const told = facts && explain(policy, facts, at);
    isGood &&= told !== undefined && told.kind !== 'error';
    const error = { code: 'invalid-json', message: 'expected one JSON object of facts on the line' };
    const text = options.isJson
      ? JSON.stringify(told ?? { kind: 'error', error })
      : `${isFirst ? '' : '\n'}${told ? explanationText(policy, at.today, told) : `${error.message}.`}`;
    if (!io.output.write(`${text}\n`)) await new Promise((resolve) => io.output.once('drain', resolve));
    isFirst = false;
  }
  return isGood;
}
