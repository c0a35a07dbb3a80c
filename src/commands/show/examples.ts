import { figures } from '../../dialogs/wording/figures.ts';
import { labelledAnswer } from '../../dialogs/wording/summary.ts';
import { wordsOfPolicy } from '../../dialogs/wording/words-of.ts';
import { witnessOf } from '../../policy/check/findings/examples.ts';
import { decide } from '../../policy/engine/decide.ts';
import type { Policy } from '../../policy/engine/diagram/compile.ts';
import type { Example } from '../../policy/format/schema.ts';
import { headlineOf } from './rows.ts';

/** A customer of an example, and what the policy tells them. */
export function exampleInWords(policy: Policy, example: Example): string {
  const words = wordsOfPolicy(policy);
  const { facts, ...at } = witnessOf(policy, example);
  const known = Object.entries(facts).map(([fact, value]) => labelledAnswer(words, policy, { fact, value }));
  return `On ${at.now ?? at.today}, ${known.join('; ')} → ${answerTo(policy, facts, at)}`;
}

function answerTo(policy: Policy, facts: Example['facts'], at: { today: string; now?: string | undefined }): string {
  const verdict = decide(policy, facts, at);
  if (verdict.kind === 'error') return `refused: ${verdict.error.message}`;
  if (verdict.kind === 'undecided') return 'not decided yet';
  const { decision } = verdict;
  const told = figures(wordsOfPolicy(policy), decision, policy.file.timeZone).map(
    ({ title, value }) => `${title}: ${value}`,
  );
  return [headlineOf(policy, decision.resolution), ...told].join('; ');
}
