import { afterAll, beforeAll, expect, test } from 'vitest';
import { decide } from '../../src/policy/engine/decide.ts';
import type { Policy } from '../../src/policy/format/load.ts';
import { connectClient } from '../channels/directline/directlinejs.ts';
import { rngOf } from '../random.ts';
import { startApp } from './app.ts';
import { type AskedQuestion, replyTo } from './customer.ts';

const today = '2026-11-21';
const customers = 100;
const atOnce = 10;

type Said = { kind: string; [key: string]: unknown };

/** Random customers of a shop who chat with the product, as `draw` draws them from a seed. */
export function chattingCustomers(
  policy: Policy,
  draw: (seed: number, today: string) => Record<string, unknown>,
  settings: Record<string, string> = {},
): void {
  let app: Awaited<ReturnType<typeof startApp>>;
  beforeAll(async () => {
    app = await startApp({ TODAY: today, ...settings });
  });
  afterAll(() => app.stop());

  test(`random customers of the ${policy.file.id} end with the decision that the policy gives for their facts`, async () => {
    const faults: string[] = [];
    const seeds = Array.from({ length: customers }, (_, i) => i + 1);
    const worker = async (): Promise<void> => {
      for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
        const facts = draw(seed, today);
        const { questions, decision } = await interview(app.base, policy.file.id, facts, seed);
        const fault = compare(decision, facts) ?? oddInterview(questions);
        if (fault) faults.push(`${JSON.stringify(facts)}: ${fault}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect(faults).toEqual([]);
  });

  function compare(said: Said, facts: Record<string, unknown>): string | undefined {
    const whole = decide(policy, facts, { today });
    const own = decide(policy, said.facts as Record<string, unknown>, { today });
    if (whole.kind !== 'decision' || own.kind !== 'decision') return 'the policy does not decide';
    const { kind, reference, facts: known, formUrl, ...stated } = said;
    if (JSON.stringify(stated) !== JSON.stringify(own.decision))
      return `chat ${JSON.stringify(stated)}, policy ${JSON.stringify(own.decision)}`;
    const { resolution, clauses, deadline, feePercent } = whole.decision;
    if (said.resolution !== resolution) return `chat ${said.resolution}, policy ${resolution}`;
    if (said.deadline !== deadline || said.feePercent !== feePercent) return 'deadline or fee differ';
    const cited = said.clauses as string[];
    const fits =
      resolution === 'not-eligible'
        ? cited.every((clause) => clauses.includes(clause)) && cited.length > 0
        : String(cited) === String(clauses);
    return fits ? undefined : `chat cites ${cited}, policy ${clauses}`;
  }
}

async function interview(base: string, shop: string, facts: Record<string, unknown>, seed: number) {
  const generated = await fetch(`${base}/v3/directline/tokens/generate?policy=${shop}`, { method: 'POST' });
  const { token } = (await generated.json()) as { token: string };
  const { received, post, until, end } = connectClient(base, { token, webSocket: true });
  const rng = rngOf(seed);
  const questions: AskedQuestion[] = [];
  try {
    await until(2);
    for (let turn = 0; turn < 30; turn += 1) {
      const said = received.at(-1)?.channelData?.returns as Said;
      const decision = received
        .map((one) => one.channelData?.returns as Said | undefined)
        .findLast((one) => one?.kind === 'decision');
      if (decision) return { questions, decision };
      questions.push(said as unknown as AskedQuestion);
      const before = received.length;
      await post(replyTo(said as unknown as AskedQuestion, facts, rng));
      // The customer's own message comes back first, then the reply.
      await until(before + 2);
    }
    throw new Error('the interview did not end');
  } finally {
    end();
  }
}

function oddInterview(questions: AskedQuestion[]): string | undefined {
  const ids = questions.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) return `asked twice: ${ids}`;
  const shrinks = questions.every(({ atMost }, i) => i === 0 || atMost < (questions[i - 1]?.atMost ?? 0));
  return shrinks ? undefined : `atMost does not shrink: ${questions.map(({ atMost }) => atMost)}`;
}
