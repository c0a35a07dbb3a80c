import { beforeEach, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readConfig } from '../../../src/config.ts';
import { createCore } from '../../../src/core.ts';
import { createLog } from '../../../src/log.ts';
import type { Ruling } from '../../../src/machines/case.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { policyFileSchema } from '../../../src/policy/format/schema.ts';
import { fixtureText } from '../../fixtures/policies.ts';
import { environmentOn, newDataDir, runCommand } from '../command.ts';

const ann = { id: 'ann', name: 'Ann' };

let dataDir: string;
beforeEach(() => {
  dataDir = newDataDir();
});

/** Customers who said this, asked for a person, and were ruled on at this instant. */
async function ruled(...customers: { at: string; says: string[]; ruling: Omit<Ruling, 'by'> }[]): Promise<void> {
  let now = new Date();
  const config = readConfig({ ...environmentOn(dataDir), TODAY: '' });
  const core = await createCore(config, createLog('silent'), () => now);
  for (const [i, { at, says, ruling }] of customers.entries()) {
    now = new Date(at);
    const conversationId = `c${i}`;
    const userId = `dl_${i}`;
    await core.conversations.open({ id: conversationId, channel: 'directline', policyId: 'fortnight-shop', userId });
    for (const [key, text] of [...says, 'talk to a human'].entries()) {
      const activity = { type: 'message', text, from: { id: userId } };
      await core.conversations.receive({ conversationId, key: String(key), activity });
    }
    const filed = (await core.store.cases({ limit: 99 })).find((one) => one.conversationId === conversationId);
    const event = { type: 'rule', by: ann, ruling } as const;
    await core.desk.act({ reference: filed?.reference ?? '', event, key: 'rule' });
  }
  await core.store.close();
}

const late = ['I changed my mind', "I don't know", 'I have received it', '2026-09-01'];
const exception = { ruling: 'approve', resolution: 'return', isException: true, reason: 'They were ill.' } as const;

/** The examples that were printed, as a policy file would read them. */
function examplesIn(output: string): unknown {
  const document = parseDocument(output);
  expect(document.errors).toEqual([]);
  return document.toJS();
}

test('a case that was ruled on shows the ruling and its history', async () => {
  await ruled({ at: '2026-11-21T10:00:00Z', says: late, ruling: exception });
  const listed = await runCommand(['cases', '--json'], dataDir);
  const [{ reference = '' } = {}] = JSON.parse(listed.output) as { reference: string }[];
  const { output } = await runCommand(['cases', reference], dataDir);
  expect(output).toContain('Ruling\n  Ann approved: return (an exception to the policy). Reason: They were ill.\n');
  expect(output).toContain('  2026-11-21 10:00 filed\n  2026-11-21 10:00 ruled by Ann: They were ill.\n');
});

describe('cases export', () => {
  test('prints a ruling as an example of the policy, with the reason and what the policy gives', async () => {
    await ruled({ at: '2026-11-21T10:00:00Z', says: late, ruling: exception });
    const { code, output } = await runCommand(['cases', 'export'], dataDir);
    expect(code).toBe(0);
    expect(output).toContain('# fortnight-shop: 1 ruling, 1 exception');
    expect(output).toMatch(
      /# [A-Z0-9]{4}-[A-Z0-9]{4}, 2026-11-21: approved as an exception \(return\) by Ann, version /,
    );
    expect(output).toContain('# Reason: They were ill.\n# The policy gives not-eligible (return-14-days).');
    expect(examplesIn(output)).toEqual([
      {
        facts: { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-09-01' },
        today: '2026-11-21',
        gives: { resolution: 'return' },
      },
    ]);
  });

  test('what it prints fits among the examples of a policy file', async () => {
    await ruled({ at: '2026-11-21T10:00:00Z', says: late, ruling: exception });
    const { output } = await runCommand(['cases', 'export'], dataDir);
    const policy = examinePolicy(fixtureText('fortnight-shop'), 'shop').values as {
      clauses: Record<string, { examples?: { in?: unknown[] } }>;
    };
    policy.clauses['return-14-days']?.examples?.in?.push(...(examplesIn(output) as unknown[]));
    expect(policyFileSchema.safeParse(policy).error).toBeUndefined();
  });

  test('what was granted without a form is left to people, and an undecided case says what is missing', async () => {
    const ruling = { ...exception, resolution: 'exception', reason: "It's a gift:\n- { facts: {} }" };
    await ruled({ at: '2026-11-21T10:00:00Z', says: ['I changed my mind'], ruling });
    const { output } = await runCommand(['cases', 'export'], dataDir);
    expect(output).toContain("# Reason: It's a gift:␊- { facts: {} }\n");
    expect(output).toMatch(/# The policy decides nothing yet; missing: .*delivery/);
    expect(examplesIn(output)).toEqual([
      { facts: { reason: 'changed-mind' }, today: '2026-11-21', gives: { resolution: 'human-review' } },
    ]);
  });

  test('--since leaves out what was ruled before', async () => {
    const uphold = { ruling: 'uphold', resolution: 'not-eligible', isException: false, reason: 'Too late.' } as const;
    await ruled(
      { at: '2026-11-20T22:30:00Z', says: late, ruling: exception },
      { at: '2026-11-21T23:30:00Z', says: late, ruling: uphold },
    );
    const { output } = await runCommand(['cases', 'export', '--since', '2026-11-22'], dataDir);
    expect(output).toContain('1 ruling, 0 exceptions');
    expect(output).toContain('upheld (not-eligible) by Ann');
    expect((await runCommand(['cases', 'export', '--since', '2026-11-23'], dataDir)).output).toBe(
      '# No ruling was made.\n',
    );
    const mistake = await runCommand(['cases', 'export', '--since', 'May'], dataDir);
    expect([mistake.code, mistake.errors]).toEqual([2, '--since is a date YYYY-MM-DD, not "May".\n']);
  });
});
