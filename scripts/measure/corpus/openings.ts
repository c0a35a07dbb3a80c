import { readMessage } from '../../../src/dialogs/reading/read.ts';
import { step } from '../../../src/machines/returns.ts';
import { round, share } from '../figures.ts';
import type { OpeningRow } from './row.ts';
import { begun, interviewOf } from './settings.ts';

/** What was rightly, wrongly and not read of an opening message. */
export interface OpeningOutcome {
  row: OpeningRow;
  right: string[];
  wrong: string[];
  missed: string[];
  /** True if the customer hears that nothing was understood. */
  isNotUnderstood: boolean;
}

/** Sends an opening through reader and machine; what is proposed counts as read. */
export function outcomeOf(row: OpeningRow): OpeningOutcome {
  const interview = interviewOf(row.policy);
  const conversation = begun(interview);
  const event = readMessage(interview, conversation, { text: row.text });
  const after = step({ interview, conversation, reference: 'R' }, event).conversation;
  const read = new Set([
    ...after.answers.map(({ fact, value }) => partOf(fact, value)),
    ...after.ranges.map(({ fact, from, to }) => partOf(fact, [from, to])),
    ...Object.values(after.mentioned).flatMap((members) => members.map((member) => `+${member}`)),
    ...Object.entries(after.details).map(([detail, value]) => partOf(detail, bare(value))),
  ]);
  const said = [
    ...Object.entries(row.facts).map(([fact, value]) => partOf(fact, value)),
    ...row.mentioned.map((member) => `+${member}`),
    ...Object.entries(row.details).map(([detail, value]) => partOf(detail, bare(value))),
  ];
  const isRead = (part: string): boolean =>
    read.has(part) ||
    (part.startsWith('+') && [...read].some((one) => one.includes(`"${part.slice(1)}"`))) ||
    isOfMembers(part, { mentioned: [...read].filter((one) => one.startsWith('+')).map((one) => one.slice(1)) });
  // A set that is complete may be told by its members, too.
  const isSaid = (part: string): boolean =>
    said.includes(part) || row.may.includes(part) || isOfMembers(part, row) || isMemberOf(part, [...said, ...row.may]);
  return {
    row,
    right: said.filter(isRead),
    wrong: [...read].filter((part) => !isSaid(part)),
    missed: said.filter((part) => !isRead(part)),
    isNotUnderstood: event.type === 'unclear',
  };
}

function partOf(fact: string, value: unknown): string {
  return `${fact}=${Array.isArray(value) ? JSON.stringify(value) : String(value)}`;
}

function bare(detail: string | number | null | undefined): string {
  return String(detail)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.+]/gu, '');
}

/** "+seal-damaged" is a member of `condition=["seal-damaged"]`, and of `condition=seal-damaged`. */
function isMemberOf(part: string, said: readonly string[]): boolean {
  const member = part.startsWith('+') ? part.slice(1) : undefined;
  return member !== undefined && said.some((one) => one.includes(`"${member}"`) || one.endsWith(`=${member}`));
}

function isOfMembers(part: string, { mentioned }: Pick<OpeningRow, 'mentioned'>): boolean {
  const [, list = ''] = /^[a-z]\w*=(\[.*\])$/i.exec(part) ?? [];
  if (!list) return false;
  return JSON.stringify([...mentioned].sort()) === JSON.stringify(JSON.parse(list).sort());
}

/**
 * Precision and recall over the facts of all openings, proposals included; `reasons`: of openings that state a reason,
 * the share whose reason is read or proposed; `wrongReasons` the share whose reason is read or proposed wrongly.
 */
export function measureOpenings(rows: readonly OpeningRow[]) {
  const outcomes = rows.map(outcomeOf);
  const count = (of: 'right' | 'wrong' | 'missed') => outcomes.reduce((sum, outcome) => sum + outcome[of].length, 0);
  const [right, wrong, missed] = [count('right'), count('wrong'), count('missed')];
  const withReason = outcomes.filter(({ row }) => 'reason' in row.facts);
  return {
    rows: rows.length,
    precision: round(right / (right + wrong)),
    recall: round(right / (right + missed)),
    reasons: share(withReason, (one) => one.right.some(isReason)),
    wrongReasons: share(outcomes, (one) => one.wrong.some(isReason)),
    notUnderstood: share(withReason, ({ isNotUnderstood }) => isNotUnderstood),
  };
}

function isReason(part: string): boolean {
  return part.startsWith('reason=');
}
