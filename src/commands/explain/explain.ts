import type { Readable, Writable } from 'node:stream';
import type { Moment } from '../../policy/calendar.ts';
import { explain } from '../../policy/explain/explain.ts';
import type { Policy } from '../../policy/format/load.ts';
import { factLines, parseFacts } from '../input/fact-lines.ts';
import { explanationText } from './text.ts';

/** Explains the decision on each line of facts; resolves with true if every line was good. */
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
    const explanation = facts && explain(policy, facts, at);
    isGood &&= explanation !== undefined && explanation.kind !== 'error';
    const error = { code: 'invalid-json', message: 'expected one JSON object of facts on the line' };
    const text = options.isJson
      ? JSON.stringify(explanation ?? { kind: 'error', error })
      : `${isFirst ? '' : '\n'}${explanation ? explanationText(policy, at.today, explanation) : `${error.message}.`}`;
    if (!io.output.write(`${text}\n`)) await new Promise((resolve) => io.output.once('drain', resolve));
    isFirst = false;
  }
  return isGood;
}
