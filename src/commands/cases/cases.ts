import { plainLine, type TextSection } from '../../desk/case/text/case-text.ts';
import { reasonInWords } from '../../desk/case/text/words.ts';
import type { Policies } from '../../dialogs/turns/policies.ts';
import { allActivities } from '../../store/all-activities.ts';
import { eachCase } from '../../store/pages.ts';
import type { Store } from '../../store/store.ts';
import { styled } from '../chat/style.ts';
import { visibleJson, visibleLine } from '../chat/text.ts';
import { wrap } from '../chat/wrap.ts';
import { UsageError } from '../input/options.ts';
import { type Case, caseFileSchema, headLines, messageLines, minuteOf, sectionsOf } from './lines.ts';

export interface CasesDeps {
  store: Store;
  policies: Policies;
  width: number;
}

/** States in which somebody has to look at a case. */
const openStates = ['waiting', 'claimed'];

/** The cases, most pressing first, one a line or as JSON. */
export async function listCases(
  options: { isOpenOnly: boolean; isJson: boolean },
  { store }: CasesDeps,
): Promise<string> {
  const all = await Array.fromAsync(eachCase(store, options.isOpenOnly ? { states: openStates } : {}));
  const listed = all
    .toReversed()
    .toSorted(byPressure)
    .map(({ cursor: _, ...one }) => one);
  if (options.isJson) return visibleJson(listed);
  if (listed.length === 0) return options.isOpenOnly ? 'No case is open.' : 'There is no case.';
  const rows = listed.map(({ reference, state, urgent, at, caseFile }) => {
    const { because, policy } = caseFileSchema.parse(caseFile);
    return [reference, urgent ? `${state}, urgent` : state, minuteOf(at), policy.id, reasonInWords(because)].map(
      visibleLine,
    );
  });
  const head = ['REFERENCE', 'STATE', 'SINCE (UTC)', 'POLICY', 'WHY'];
  return table([head, ...rows]).join('\n');
}

/** One case with all that a person needs to rule on it, or as JSON. Throws UsageError if there is none. */
export async function showCase(
  reference: string,
  isJson: boolean,
  { store, policies, width }: CasesDeps,
): Promise<string> {
  const found = await store.case(reference.trim().toUpperCase());
  if (!found) throw new UsageError('There is no case with that reference; "returns cases" lists them.');
  const conversation = await store.conversation(found.conversationId);
  const transcript = await allActivities(store, found.conversationId);
  if (isJson) return visibleJson({ ...found, transcript });
  const caseFile = caseFileSchema.parse(found.caseFile);
  const policy = await policies.pinned(caseFile.policy.digest);
  return [
    ...headLines(found, caseFile),
    ...sectionsOf(found, caseFile, policy).flatMap((section) => sectionLines(section, width)),
    '',
    styled('bold', 'Conversation (UTC)'),
    ...transcript.flatMap((one) => messageLines(one, conversation?.userId ?? '', width)),
  ].join('\n');
}

function sectionLines({ id, title, lines }: TextSection, width: number): string[] {
  const wrapped = lines.flatMap((line) => wrap(visibleLine(plainLine(line)), width, '  ', '    '));
  return ['', styled('bold', id === 'history' ? `${title} (UTC)` : title), ...wrapped];
}

function byPressure(one: Case, other: Case): number {
  const rank = ({ state, urgent }: Case): number => (isOpen(state) ? 0 : 2) + (urgent ? 0 : 1);
  return rank(one) - rank(other) || one.at.localeCompare(other.at);
}

function isOpen(state: string): boolean {
  return openStates.includes(state);
}

function table(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
