import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixturePath, fixturesFolder } from '../fixtures/policies.ts';
import { newDataDir, runCommand, runProcess } from './command.ts';

const today = '2026-11-21';

interface Decided {
  lines: Record<string, unknown>[];
  stderr: string;
  code: number | null;
}

/** The command on this input; its day is the test's to give. */
async function returns(args: string[], input: string, environment: Record<string, string> = {}): Promise<Decided> {
  const { code, output, errors } = await runCommand(args, newDataDir(), [input], { TODAY: '', ...environment });
  return { lines: parsed(output), stderr: errors, code };
}

function parsed(output: string): Record<string, unknown>[] {
  const lines = output.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const decide = (input: string, ...more: string[]) =>
  returns(['decide', '--policy', 'fortnight-shop', '--today', today, ...more], input);
const receivedOn = (day: string) => JSON.stringify({ reason: 'changed-mind', delivery: 'received', receivedOn: day });

test('writes a line for each line, in order', async () => {
  const { lines, code } = await decide(`${receivedOn('2026-11-07')}\n\n{"reason":"other"}\n{}\n`);
  expect(lines).toMatchObject([
    { resolution: 'return', deadline: '2026-11-21' },
    { resolution: 'human-review', review: [] },
    { undecided: true, ask: 'reason' },
  ]);
  expect(lines[2]?.missing).toContain('reason');
  expect(code).toBe(0);
});

test('in a process of its own it reads what is piped in', async () => {
  const { code, output } = await runProcess(['decide', '--policy', 'fortnight-shop'], newDataDir(), [
    receivedOn('2026-11-07'),
  ]);
  expect(parsed(output)).toMatchObject([{ resolution: 'return', deadline: '2026-11-21' }]);
  expect(code).toBe(0);
});

test('a bad line does not stop the run, which then exits 1', async () => {
  const { lines, code } = await decide(
    [
      'not json',
      '[1]',
      '{"colour":"red"}',
      '{"reason":"bored"}',
      '{"receivedOn":"2027-01-01"}',
      '{"reason":"other"}',
    ].join('\r\n'),
  );
  expect(lines.map((line) => (line.error as { code?: string } | undefined)?.code ?? line.resolution)).toEqual([
    'invalid-json',
    'invalid-json',
    'unknown-fact',
    'invalid-value',
    'impossible',
    'human-review',
  ]);
  expect(code).toBe(1);
});

test('an unknown policy is one line on standard error, and exit 2', async () => {
  const { lines, stderr, code } = await returns(['decide', '--policy', 'nowhere'], '{}');
  expect(lines).toEqual([]);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('nowhere');
  expect(code).toBe(2);
});

test('a folder of policies that is not there is one line as well', async () => {
  const { stderr, code } = await returns(['decide', '--policy', 'nowhere'], '{}', {
    POLICIES_DIR: '/dev/null/nowhere',
  });
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('POLICIES_DIR')]);
  expect(code).toBe(2);
});

test.each([
  [['decide', '--today', '2026-02-30'], '--today'],
  [['decide', '--now', 'soon'], '--now'],
  [['decide', '--colour'], '--colour'],
  [['conjure'], 'conjure'],
])('a mistake gets one line that says what to do: %s', async (args, named) => {
  const { stderr, code } = await returns(args, '');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(named);
  expect(code).toBe(2);
});

test('a policy file or folder is found from where the user stands', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'returns-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(fixturePath('fortnight-shop'), join(folder, 'mine'), { recursive: true });
  cpSync(join(fixturesFolder, 'shoe-shop.yaml'), join(folder, 'shoes.yaml'));
  for (const [policy, id] of [
    ['./mine', 'fortnight-shop'],
    ['mine', 'fortnight-shop'],
    ['mine/policy.yaml', 'fortnight-shop'],
    [join(folder, 'mine'), 'fortnight-shop'],
    ['shoes.yaml', 'shoe-shop'],
  ] as const) {
    const { lines } = await returns(['decide', '--policy', policy], '{"reason":"other"}', { INIT_CWD: folder });
    expect(lines).toMatchObject([{ resolution: 'human-review', policy: { id } }]);
  }
});

test('today is --today, else TODAY', async () => {
  const args = ['decide', '--policy', 'fortnight-shop'];
  const input = receivedOn('2026-11-07');
  const resolution = async (more: string[], environment = {}) =>
    (await returns([...args, ...more], input, environment)).lines[0]?.resolution;
  expect(await resolution([], { TODAY: '2026-11-21' })).toBe('return');
  expect(await resolution([], { TODAY: '2026-11-22' })).toBe('not-eligible');
  expect(await resolution(['--today', '2026-11-21'], { TODAY: '2026-11-22' })).toBe('return');
});

test('day 14 ends at midnight in the time zone of the shop', async () => {
  // Kyiv is two hours ahead of UTC in November.
  const at = async (now: string) =>
    (await returns(['decide', '--policy', 'fortnight-shop', '--now', now], receivedOn('2026-11-07'))).lines[0]
      ?.resolution;
  expect(await at('2026-11-21T21:59:59.999Z')).toBe('return');
  expect(await at('2026-11-21T22:00:00Z')).toBe('not-eligible');
});
