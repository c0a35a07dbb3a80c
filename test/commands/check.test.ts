import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { departmentStore } from '../fixtures/large-policies.ts';
import { fixturePath, fixtureText } from '../fixtures/policies.ts';
import { writePolicy } from '../policy/written.ts';
import { newDataDir, runCommand } from './command.ts';

const shop = fixturePath('fortnight-shop');

/** The shop with one part of it replaced, in a folder of its own. */
function brokenShop(from: string, to: string): string {
  return writePolicy(join(newDataDir(), 'broken'), fixtureText('fortnight-shop').replace(from, to));
}

test('a shop in order has no findings, and its size is printed', async () => {
  const { code, output } = await runCommand(['check', shop, 'tool-shop'], newDataDir());
  expect(code).toBe(0);
  expect(output.split('\n')).toEqual([
    'No findings.',
    expect.stringMatching(
      /^fortnight-shop .*: 13 decisions, 12 clauses, 8 facts, 20,736 customers, at most \d questions, \d\.\d\d expected by cost, 0\.\d\d of it for the pinned opening$/,
    ),
    'No findings.',
    expect.stringMatching(/^tool-shop /),
    '',
  ]);
});

test('an error exits 1, and its witness can be given to decide as it stands', async () => {
  const file = brokenShop('inspectedAtHandover: [true, unknown] }', 'inspectedAtHandover: true }');
  const { code, output } = await runCommand(['check', '--json', file], newDataDir());
  expect(code).toBe(1);
  const { findings } = JSON.parse(output);
  const gap = findings.find((finding: { code: string }) => finding.code === 'gap');
  expect(gap.file).toMatch(/broken\/policy\.yaml$/);
  expect(readFileSync(join(file, 'policy.yaml'), 'utf8').split('\n')[gap.line - 1]).toBe('decisions:');

  const decided = await runCommand(
    ['decide', '--policy', 'fortnight-shop', '--today', gap.witness.today],
    newDataDir(),
    [JSON.stringify(gap.witness.facts)],
  );
  expect(JSON.parse(decided.output)).toMatchObject({ resolution: 'human-review', clauses: ['unchecked-goods'] });
});

test('a warning alone exits 0, and points into the file', async () => {
  const row = '  - { id: once-more, when: { reason: other }, resolution: human-review }\n';
  const file = brokenShop('  - id: damage-on-the-way\n', `${row}  - id: damage-on-the-way\n`);
  const { code, output } = await runCommand(['check', file, '--today', '2026-11-21'], newDataDir());
  const line = readFileSync(join(file, 'policy.yaml'), 'utf8').split('\n').indexOf(row.trimEnd()) + 1;
  expect(output).toContain(
    `broken/policy.yaml:${line}:5: warning shadowed-decision: "once-more" never decides: "something-else" takes all its customers before`,
  );
  expect(output).toContain('    2026-11-21: {"reason":"other",');
  expect(code).toBe(0);
});

test('a key that is missing is named, where a file has no line of its own for it', async () => {
  const file = brokenShop('id: fortnight-shop\n', '');
  const { code, output } = await runCommand(['check', file], newDataDir());
  expect(code).toBe(1);
  expect(output).toMatch(/broken\/policy\.yaml:\d+:1: error invalid: id: missing; expected some text\n/);
});

describe('a rule that changed while the version stayed', () => {
  const longer = () => brokenShop('length: { days: 14 }', 'length: { days: 15 }');
  const sameVersion = expect.stringMatching(
    /policy\.yaml:\d+:1: error same-version: version 2026-11-01 had other rules before: derived\.returnWindow\.length\.days differ/,
  );

  test('is found beside the policy that --against names, at the line of the version', async () => {
    const { code, output } = await runCommand(['check', longer(), '--against', shop], newDataDir());
    expect(code).toBe(1);
    expect(output).toEqual(sameVersion);
  });

  test('is found beside what the data folder has kept, in keys of that day', async () => {
    const dataDir = newDataDir();
    const store = openSqliteStore(dataDir);
    const text = fixtureText('fortnight-shop').replaceAll('sampleQuestions:', 'asks:');
    await store.keepPolicy({ id: 'fortnight-shop', version: '2026-11-01', digest: 'sha256:a', text });
    await store.close();
    expect((await runCommand(['check', longer()], dataDir)).output).toEqual(sameVersion);
    expect((await runCommand(['check', shop], dataDir)).output).toContain('No findings.');
  });

  test('is none where only words, likelihoods or examples changed, or the version as well', async () => {
    const against = async (folder: string) =>
      (await runCommand(['check', folder, '--against', shop], newDataDir())).output;
    expect(await against(brokenShop('title: 14 days to return', 'title: Fourteen days'))).toContain('No findings.');
    expect(await against(brokenShop('likelihood: 10', 'likelihood: 11'))).toContain('No findings.');
    const newer = brokenShop("version: '2026-11-01'", "version: '2026-11-15'");
    expect(await against(newer)).not.toContain('same-version');
  });

  test('leaves no data folder behind where there was none', async () => {
    const dataDir = join(newDataDir(), 'none');
    expect(await runCommand(['check', shop], dataDir)).toMatchObject({ code: 0 });
    expect(existsSync(dataDir)).toBe(false);
  });
});

test('a file that is no part of the policy is an error at its first line', async () => {
  const folder = brokenShop('', '');
  writeFileSync(join(folder, 'exmaples.yaml'), '');
  const { code, output } = await runCommand(['check', folder], newDataDir());
  expect(code).toBe(1);
  expect(output).toMatch(/broken\/exmaples\.yaml:1:1: error invalid: no part of a policy; expected policy\.yaml, /);
});

test('the size of a large policy is said within the time given, between two figures', async () => {
  const folder = newDataDir();
  writeFileSync(join(folder, 'large.yaml'), departmentStore(40, 100));
  const { output } = await runCommand(['check', join(folder, 'large.yaml'), '--within', '0s'], newDataDir());
  const lines = output.trimEnd().split('\n');
  expect(lines.at(-2)).toMatch(/^\d+ errors, \d+ warnings\.$/);
  expect(lines.at(-1)).toMatch(
    /^large-shop 2026-11-01: .* at most \d+ questions, between \d+\.\d\d and \d+\.\d\d expected by cost at best; --within /,
  );
});

test('--within is a time', async () => {
  const { code, errors } = await runCommand(['check', shop, '--within', 'soon'], newDataDir());
  expect(code).toBe(2);
  expect(errors).toContain('--within is a time such as 30s or 5m, not "soon".');
});

test('a folder that holds policies stands for each of them, once', async () => {
  const folder = newDataDir();
  for (const id of ['fortnight-shop', 'trail-shop'] as const) writePolicy(join(folder, id), fixtureText(id));
  writeFileSync(join(folder, 'lamps.yaml'), 'id: lamps\n');
  writeFileSync(join(folder, 'notes.txt'), 'no policy');
  const { code, output } = await runCommand(['check', '--json', folder, join(folder, 'lamps.yaml')], newDataDir());
  expect(code).toBe(1);
  const reports = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(reports.map(({ file, findings }) => [basename(file), findings.length > 0])).toEqual([
    ['fortnight-shop', false],
    ['lamps.yaml', true],
    ['trail-shop', false],
  ]);
});

test.each([
  [['check'], 'Give a policy file'],
  [['check', 'equipmnt-shop'], 'POLICIES_DIR has fortnight-shop, '],
  [['check', 'no-such.yaml'], 'There is no policy file'],
  [['check', 'src/policy'], 'no policy in it'],
  [['check', shop, '--strictly'], "Unknown option '--strictly'"],
])('asked the wrong way, %j, it exits 2 and says why', async (args, words) => {
  const { code, errors } = await runCommand(args, newDataDir());
  expect(code).toBe(2);
  expect(errors).toContain(words);
});
