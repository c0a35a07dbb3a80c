// Scores how facts are read from opening messages of our own, as one JSON line: node scripts/measure-openings.ts [train]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { lexiconOf } from '../../src/dialogs/reading/vocabulary.ts';
import { readStatement, type Statement } from '../../src/language/statement/statement.ts';
import { loadPolicy } from '../../src/policy/format/load.ts';
import { policyPathsIn } from '../../src/policy/format/parts/policy-text.ts';
import type { PolicyFile } from '../../src/policy/format/schema.ts';
import { round, timed, times } from './figures.ts';

const value = z.union([z.string(), z.boolean(), z.number(), z.tuple([z.string(), z.string()])]);
const openingSchema = z.strictObject({
  shop: z.string(),
  text: z.string(),
  today: z.string(),
  /** All that the text says; a pair is a range of days. */
  facts: z.record(z.string(), value),
  mentioned: z.array(z.string()).default([]),
  denied: z.array(z.string()).default([]),
  whole: z.boolean().default(false),
  details: z.record(z.string(), z.string()).default({}),
  /** Findings that are neither right nor wrong: `fact=value`, `+member`, `-member`, `whole`. */
  may: z.array(z.string()).default([]),
});
export type Opening = z.infer<typeof openingSchema>;

/** One opening message and what was wrongly read, and not read, of it. */
export interface OpeningScore {
  opening: Opening;
  right: string[];
  wrong: string[];
  missed: string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The opening messages of one half of the corpus. */
export function openings(half: 'train' | 'test'): Opening[] {
  const lines = readFileSync(`${root}test/shops/openings/${half}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => openingSchema.parse(JSON.parse(line)));
}

/** The project's own policies, by their id. */
export function ownPolicies(): Map<string, PolicyFile> {
  return new Map(
    policyPathsIn(`${root}policies`).map((path) => {
      const { file } = loadPolicy(path);
      return [file.id, file];
    }),
  );
}

/** Compares what is read of an opening message with what it says, fact by fact. */
export function scoreOpening(opening: Opening, statement: Statement): OpeningScore {
  const read = new Set(partsRead(statement));
  const said = partsSaid(opening);
  const may = new Set(opening.may);
  // The corpus lists what is stated; what can be concluded from it is neither right nor wrong.
  const concluded = new Set(statement.facts.filter(({ isImplied }) => isImplied).map(partOf));
  return {
    opening,
    right: said.filter((part) => read.has(part)),
    wrong: [...read].filter((part) => !said.includes(part) && !may.has(part) && !concluded.has(part)),
    missed: said.filter((part) => !read.has(part)),
  };
}

function partsSaid({ facts, mentioned, denied, whole, details }: Opening): string[] {
  return [
    ...Object.entries(facts).map(([fact, said]) => `${fact}=${Array.isArray(said) ? said.join('..') : said}`),
    ...mentioned.map((member) => `+${member}`),
    ...denied.map((member) => `-${member}`),
    ...(whole ? ['whole'] : []),
    ...Object.entries(details).map(([detail, said]) => `${detail}=${said}`),
  ];
}

function partOf({ fact, value, range }: Statement['facts'][number]): string {
  return `${fact}=${range ? `${range.from}..${range.to}` : value}`;
}

function partsRead({ facts, mentioned, denied, isWholeSet, details }: Statement): string[] {
  return [
    ...facts.map(partOf),
    ...mentioned.map((member) => `+${member.value}`),
    ...denied.map((member) => `-${member.value}`),
    ...(isWholeSet.length > 0 ? ['whole'] : []),
    ...Object.entries(details).map(([detail, said]) => `${detail}=${said}`),
  ];
}

/**
 * Precision and recall over the facts of all messages, the share of messages read without any mistake, and the time
 * each took.
 */
export function measureOpenings(rows: readonly Opening[]) {
  const policies = ownPolicies();
  const read = timed(rows, ({ shop, text, today }) => {
    const policy = policies.get(shop);
    if (!policy) throw new Error(`no such shop: ${shop}`);
    return readStatement(lexiconOf(policy), text, { today });
  });
  const scores = read.map(({ row, read }) => scoreOpening(row, read));
  const count = (of: 'right' | 'wrong' | 'missed') => scores.reduce((sum, score) => sum + score[of].length, 0);
  const [right, wrong, missed] = [count('right'), count('wrong'), count('missed')];
  return {
    figures: {
      messages: rows.length,
      facts: right + missed,
      precision: round(right / (right + wrong)),
      recall: round(right / (right + missed)),
      faultless: round(scores.filter((score) => score.wrong.length === 0).length / rows.length),
      ...times(read.map(({ milliseconds }) => milliseconds)),
    },
    scores,
  };
}

if (import.meta.main) {
  const half = process.argv[2] === 'train' ? 'train' : 'test';
  console.log(JSON.stringify({ file: `openings/${half}.jsonl`, ...measureOpenings(openings(half)).figures }));
}
