import { isIsoDate } from '../policy/calendar.ts';
import { visibleLine } from './chat/text.ts';
import { defineCommand } from './command.ts';
import { replayDecisions } from './diff/stored-decisions.ts';
import { UsageError } from './input/options.ts';

/** `returns replay` */
export const replayCommand = defineCommand({
  name: 'replay',
  summary: 'decide stored decisions anew: the same comes out',
  help: `returns replay [--since YYYY-MM-DD] [--json]

Decides every stored decision anew, by the version of the policy and the day that it was made with, and reports each
that comes out differently. There should be none, however old they are: the store keeps every policy that was used.
Exits 1 if there is a difference.

  npm run --silent returns -- replay --since 2026-01-01`,
  options: { since: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values }, context) {
    const options = { since: values.since, isJson: values.json ?? false };
    const { text, isSame } = await context.withCore((core) => replay(options, core));
    context.print(text);
    return isSame ? 0 : 1;
  },
});

/** Replays the stored decisions; returns the text to print, and true if all came out the same. */
export async function replay(
  { since, isJson }: { since: string | undefined; isJson: boolean },
  deps: Parameters<typeof replayDecisions>[0],
): Promise<{ text: string; isSame: boolean }> {
  if (since !== undefined && !isIsoDate(since)) throw new UsageError(`--since is a date YYYY-MM-DD, not "${since}".`);
  const result = await replayDecisions(deps, since);
  const isSame = result.differences.length === 0;
  if (isJson) return { text: JSON.stringify(result), isSame };
  const lines = result.differences.map(({ reference, stored, now }) =>
    visibleLine(
      `${reference}: was ${JSON.stringify(stored)}, would be ${now ? JSON.stringify(now) : 'unknown: its policy is gone'}`,
    ),
  );
  const count = result.differences.length;
  return {
    text: [
      `${result.replayed} decisions replayed, ${count} ${count === 1 ? 'difference' : 'differences'}.`,
      ...lines,
    ].join('\n'),
    isSame,
  };
}
