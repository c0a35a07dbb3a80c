import type { Proposal } from '../../policy/check/shown/shown.ts';
import type { Policy } from '../../policy/engine/diagram/compile.ts';
import { EXAMPLES_FILE, filesOf } from '../../policy/format/parts/policy-text.ts';
import { flowOf } from '../../policy/format/yaml/flow.ts';

/** The proposals as YAML to paste: customers with names where the policy has a file of them, else beside the clauses. */
export function missingText({ file, text }: Policy, proposals: readonly Proposal[]): string {
  if (proposals.length === 0)
    return `# ${file.id}: its examples show every row, the order of rows and every boundary.\n`;
  const count = proposals.length === 1 ? '1 customer is' : `${proposals.length} customers are`;
  const head = `# ${file.id}: ${count} missing from its examples. Each says what the policy decides; confirm it by the shop's own text.\n`;
  const lines = filesOf(text)?.has(EXAMPLES_FILE) ? named(proposals) : besideClauses(proposals);
  return `${head}${lines.join('\n')}\n`;
}

function named(proposals: readonly Proposal[]): string[] {
  const names = namesOf(proposals);
  const customers = proposals.flatMap((proposal, at) => {
    const { facts, today, now, gives } = proposal.example;
    return [
      `  ${toConfirm(proposal)}`,
      `  ${names[at]}:`,
      `    today: '${today}'`,
      ...(now === undefined ? [] : [`    now: '${now}'`]),
      `    facts: ${flowOf(facts)}`,
      `    gives: ${flowOf(gives)}`,
    ];
  });
  const byClause = Map.groupBy(
    proposals.map(({ clause, side }, at) => ({ clause, side, name: names[at] })),
    ({ clause }) => clause,
  );
  const clauses = [...byClause].flatMap(([clause, list]) => [
    `  ${clause}:`,
    ...(['in', 'out'] as const).flatMap((side) => {
      const own = list.filter((one) => one.side === side).map(({ name }) => name);
      return own.length > 0 ? [`    ${side}: [${own.join(', ')}]`] : [];
    }),
  ]);
  return ['customers:', ...customers, 'clauses:', ...clauses];
}

function besideClauses(proposals: readonly Proposal[]): string[] {
  const byClause = Map.groupBy(proposals, ({ clause }) => clause);
  const clauses = [...byClause].flatMap(([clause, list]) => [
    `  ${clause}:`,
    '    examples:',
    ...(['in', 'out'] as const).flatMap((side) => {
      const own = list.filter((one) => one.side === side);
      const items = own.flatMap((one) => [`        ${toConfirm(one)}`, `        - ${flowOf(one.example)}`]);
      return own.length > 0 ? [`      ${side}:`, ...items] : [];
    }),
  ]);
  return ['clauses:', ...clauses];
}

function toConfirm({ finding }: Proposal): string {
  return `# to be confirmed: ${finding.message}`;
}

/** A name for each, after what it shows. */
function namesOf(proposals: readonly Proposal[]): string[] {
  const used = new Map<string, number>();
  return proposals.map(({ finding: { message, path } }) => {
    const words = [...message.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
    const place = path[0] === 'derived' ? [path[1], message.includes(' the last ') ? 'last' : 'first'] : [];
    const name = kebab([...place, ...words].join('-'));
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

function kebab(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
