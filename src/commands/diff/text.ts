import { isDeepStrictEqual } from 'node:util';
import type { Change, PolicyDiff } from '../../policy/diff/diff.ts';
import { coreOf, type Witness } from '../../policy/diff/witness.ts';
import type { Verdict } from '../../policy/engine/decide.ts';
import { visibleLine } from '../chat/text.ts';
import type { Flip } from './stored-decisions.ts';

/** The most changes and flips that are listed one by one; the rest is in the JSON. */
const maxListed = 20;

/** The changes between two policies, in lines. */
export function diffText(diff: PolicyDiff, stored?: { replayed: number; flips: Flip[] }): string {
  const { old, new: fresh } = diff.policies;
  return [
    `${old.id} ${old.version} → ${fresh.id} ${fresh.version}`,
    ...aloneLines('old', diff.onlyIn.old),
    ...aloneLines('new', diff.onlyIn.new),
    ...changeLines(diff),
    ...rewrittenLines(diff),
    ...(stored ? storedLines(stored) : []),
  ].join('\n');
}

function aloneLines(side: 'old' | 'new', { facts, values }: PolicyDiff['onlyIn']['old']): string[] {
  const named = Object.entries(values).map(([fact, list]) => `${fact}: ${list.join(', ')}`);
  return [
    ...(facts.length ? [`Facts of the ${side} version alone: ${facts.join(', ')}`] : []),
    ...(named.length ? [`Values of the ${side} version alone: ${named.join('; ')}`] : []),
  ];
}

function changeLines({ changes, customers }: PolicyDiff): string[] {
  if (changes.length === 0)
    return [`No customer is answered otherwise, of ${customers.all} that both versions can judge.`];
  const byResolution = new Map<string, number>();
  for (const { from, to, share } of changes) {
    const pair = `${from.resolution} → ${to.resolution}`;
    byResolution.set(pair, (byResolution.get(pair) ?? 0) + share);
  }
  return [
    `${customers.changed} of ${customers.all} abstract customers are answered otherwise, ${percent(customers.changedShare)} by likelihood:`,
    ...[...byResolution].sort(([, a], [, b]) => b - a).map(([pair, share]) => `  ${percent(share)}  ${pair}`),
    ...changes.slice(0, maxListed).flatMap((change, i) => oneChange(change, i + 1)),
    ...(changes.length > maxListed
      ? ['', `… and ${changes.length - maxListed} more groups; --json has them all.`]
      : []),
  ];
}

function oneChange({ from, to, customers, share, witness }: Change, number: number): string[] {
  return [
    '',
    `${number}. ${from.resolution} → ${to.resolution}: ${customers} abstract customers, ${percent(share)}`,
    ...differingLines(witness.old.gives, witness.new.gives),
    ...witnessLines(witness),
  ];
}

/** The differences between two answers, key by key. */
function differingLines(old: Verdict, fresh: Verdict): string[] {
  const a = coreOf(old);
  const b = coreOf(fresh);
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !isDeepStrictEqual(a[key], b[key]));
  return keys.map((key) => `   ${key}: ${JSON.stringify(a[key]) ?? 'none'} → ${JSON.stringify(b[key]) ?? 'none'}`);
}

function witnessLines({ today, now, old, new: fresh }: Witness): string[] {
  const when = now === undefined ? today : now;
  if (isDeepStrictEqual(old.facts, fresh.facts)) return [`   for example on ${when}: ${JSON.stringify(old.facts)}`];
  return [`   for example on ${when}, old: ${JSON.stringify(old.facts)}`, `   and new: ${JSON.stringify(fresh.facts)}`];
}

function rewrittenLines({ changes, rewritten: { wording, interview, rules } }: PolicyDiff): string[] {
  const only =
    changes.length === 0 && rules.length === 0 && interview.length === 0
      ? 'Only wording has changed'
      : 'Wording has changed';
  return [
    ...(wording.length ? ['', `${only}: ${wording.join(', ')}`] : []),
    ...(interview.length ? ['', `The order of questions may change: ${interview.join(', ')}`] : []),
    ...(changes.length === 0 && rules.length
      ? ['', `Rules are written otherwise and say the same: ${rules.join(', ')}`]
      : []),
  ];
}

function storedLines({ replayed, flips }: { replayed: number; flips: Flip[] }): string[] {
  return [
    '',
    `${flips.length} of ${replayed} stored decisions would come out otherwise.`,
    ...flips.slice(0, maxListed).map(({ reference, today, old, new: fresh }) =>
      visibleLine(
        `  ${reference}, ${today}: ${differingLines(old, fresh)
          .map((line) => line.trim())
          .join('; ')}`,
      ),
    ),
    ...(flips.length > maxListed ? [`  … and ${flips.length - maxListed} more; --json has them all.`] : []),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
