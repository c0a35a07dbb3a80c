import type { Policy } from '../../policy/engine/diagram/compile.ts';
import type { PolicyFile } from '../../policy/format/schema.ts';
import { type Block, list, section } from './blocks.ts';
import { inPlainWords, labelOf } from './conditions.ts';
import { exampleInWords } from './examples.ts';
import { factsInWords, periodsInWords } from './facts.ts';
import { clausesOf, rowInWords } from './rows.ts';

/** A policy told as prose: what decides, each clause with its source, rows and examples, and the whole table. */
export function pageOf(policy: Policy): Block[] {
  const { file } = policy;
  const since = file.effectiveFrom ?? file.version;
  return [
    { kind: 'heading', level: 1, text: file.name },
    {
      kind: 'paragraph',
      text: `${file.source.title}. Policy ${file.id}, version ${file.version}, for purchases from ${since} on; days end at midnight in ${file.timeZone}.`,
    },
    ...section(2, 'What decides', list(factsInWords(file))),
    ...section(2, 'Periods', [...list(periodsInWords(file)), ...holidays(file)]),
    ...section(2, 'What cannot be', list(impossible(file))),
    ...clauseSections(policy),
    ...section(2, 'Decided in this order', [
      { kind: 'paragraph', text: 'The first that fits decides.' },
      ...list(
        file.decisions.map((row) => `${row.id}: ${rowInWords(policy, row)}`),
        { isNumbered: true },
      ),
    ]),
    ...section(2, 'Sentences of the source that lead to no clause', list(informational(file))),
    { kind: 'paragraph', text: file.statutoryNote },
  ];
}

function holidays({ holidays: days }: PolicyFile): Block[] {
  return days.length > 0
    ? [{ kind: 'paragraph', text: `No working days beside Saturdays and Sundays: ${days.join(', ')}.` }]
    : [];
}

function impossible(file: PolicyFile): string[] {
  return file.impossible.map(
    ({ when, fact, because }) =>
      `${inPlainWords(file, when) ?? 'Every case'}: ${because} (doubted then: “${labelOf(file, fact)}”).`,
  );
}

/** The clauses under the headings of the source, in the order of the file. */
function clauseSections(policy: Policy): Block[] {
  const bySection = Map.groupBy(Object.entries(policy.file.clauses), ([, { section: of }]) => of);
  return [...bySection].flatMap(([name, clauses]) =>
    section(
      2,
      name,
      clauses.flatMap(([id]) => clauseBlocks(policy, id)),
    ),
  );
}

function clauseBlocks(policy: Policy, id: string): Block[] {
  const { file } = policy;
  const clause = file.clauses[id];
  if (!clause) return [];
  const source = file.source.sentences.flatMap((sentence) =>
    'clauses' in sentence && sentence.clauses.includes(id) ? [sentence.at] : [],
  );
  const rows = file.decisions.filter((row) => clausesOf(file, row).has(id)).map((row) => rowInWords(policy, row));
  const told = (side: 'in' | 'out') => clause.examples[side].map((example) => exampleInWords(policy, example));
  return section(3, clause.title, [
    { kind: 'paragraph', text: clause.text },
    { kind: 'paragraph', text: `Clause ${id}; source: ${source.join('; ') || 'none'}.` },
    ...list(rows, { title: 'It counts here:' }),
    ...list(told('in'), { title: 'Customers whom it concerns:' }),
    ...list(told('out'), { title: 'Customers whom it does not concern:' }),
  ]);
}

function informational({ source }: PolicyFile): string[] {
  return source.sentences.flatMap((sentence) =>
    'informational' in sentence ? [`${sentence.at}: ${sentence.informational}`] : [],
  );
}
