import { parseArgs } from 'node:util';
import { examinePolicy } from '../../src/policy/format/parse.ts';
import { readPolicyText } from '../../src/policy/format/parts/policy-text.ts';
import { pathName } from '../../src/policy/format/policy-file-error.ts';
import { type Fate, Judge } from './judge.ts';
import { type Mutant, mutantsOf, type RawPolicy } from './mutants.ts';
import { reportPlanted } from './planted/report.ts';

/** The least share of the mutants that change an answer that examples and `check` must catch. */
const target = 0.98;
const today = '2026-11-20';

const { positionals } = parseArgs({ allowPositionals: true });
const files = positionals.length
  ? positionals
  : ['policies/equipment-shop', 'policies/fourteen-day-shop', 'policies/outdoor-shop'];

/** Mutates a policy file, prints what was caught and what survived; returns whether enough was caught. */
function run(file: string): boolean {
  const { policy, values, positionOf } = examinePolicy(readPolicyText(file), file);
  const judge = new Judge(policy, today);
  const fates = Map.groupBy(mutantsOf(values as RawPolicy), (mutant) => judge.fateOf(mutant));
  const of = (fate: Fate): Mutant[] => fates.get(fate) ?? [];
  const caught = of('refused').length + of('examples').length + of('check').length;
  const survivors = of('survived');
  const rate = caught / (caught + survivors.length);
  console.log(
    `${policy.file.id}: ${caught} of ${caught + survivors.length} mutants caught, ${(100 * rate).toFixed(1)} % ` +
      `(${of('examples').length} by examples, ${of('check').length} by check, ${of('refused').length} refused); ` +
      `${of('equivalent').length} more answer everybody as before`,
  );
  for (const { change, path } of survivors) {
    const position = positionOf(path);
    console.log(`  survived: ${position.file}:${position.line}:${position.column}: ${pathName(path)}: ${change}`);
  }
  return rate >= target;
}

const isEnough = [...files.map(run), reportPlanted(files, (line) => console.log(line))].every(Boolean);
process.exitCode = isEnough ? 0 : 1;
