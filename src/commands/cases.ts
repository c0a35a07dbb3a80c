import { z } from 'zod';
import type { Policies } from '../dialogs/policies.ts';
import { filedCaseSchema } from '../machines/case.ts';
import type { Policy } from '../policy/load.ts';
import type { Store, StoredActivity } from '../store/store.ts';
import { readActivity } from './chat-activity.ts';
import { markdownLines } from './chat-markdown.ts';
import { styled } from './chat-style.ts';
import { visible, visibleJson, visibleLine } from './chat-text.ts';
import { wrap } from './chat-wrap.ts';
import { UsageError } from './options.ts';

export const casesHelp = `returns cases [--open] [--json] [<reference>]
returns cases export [--since YYYY-MM-DD]

Lists the cases that people look at: those still open before the others, urgent ones first, then the oldest. With a
reference it shows the whole case: the facts and who told them, the decision, the review and the conversation.
--open leaves out what is done, --json prints JSON. Text of customers is shown, never acted on by the terminal.

export prints what people ruled as examples of the policy, in YAML, with the reason and what the policy gives: what was
an exception more than once may deserve a rule.

  npm run --silent returns -- cases --open
  npm run --silent returns -- cases K7M2-9QXD
  npm run --silent returns -- cases export --since 2026-11-01`;

export interface CasesDeps {
  store: Store;
  policies: Policies;
  width: number;
}

type Case = NonNullable<Awaited<ReturnType<Store['case']>>>;

const packetSchema = z.looseObject({
  because: z.string(),
  policy: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  answers: z.array(z.object({ fact: z.string(), source: z.string(), label: z.string(), summary: z.string() })),
  decision: z
    .looseObject({
      resolution: z.string(),
      clauses: z.array(z.string()),
      terms: z.array(z.string()),
      review: z
        .array(
          z.object({
            fact: z.string(),
            answers: z.array(z.object({ value: z.json(), resolution: z.string() })),
          }),
        )
        .optional(),
    })
    .optional(),
});
type Packet = z.infer<typeof packetSchema>;

/** States in which somebody has to look at a case. */
const openStates = ['waiting', 'claimed'];
const reasons: Record<string, string> = {
  'asked-for-human': 'asked for a person',
  'human-review': 'the policy is silent',
  'refuse-delivery': 'parcel to be refused',
  contradiction: 'word against order',
};
const sources: Record<string, string> = {
  said: 'the customer',
  heard: 'read from a message, not confirmed',
  order: 'the order',
  warranty: 'the warranty register',
};
const pageSize = 1_000;

/** The cases, most pressing first, one a line or as JSON. */
export async function listCases(
  options: { isOpenOnly: boolean; isJson: boolean },
  { store }: CasesDeps,
): Promise<string> {
  const all = (await store.cases()).toReversed();
  const listed = all.filter(({ state }) => !options.isOpenOnly || isOpen(state)).toSorted(byPressure);
  if (options.isJson) return visibleJson(listed);
  if (listed.length === 0) return options.isOpenOnly ? 'No case is open.' : 'There is no case.';
  const rows = listed.map(({ reference, state, urgent, at, packet }) => {
    const { because, policy } = packetSchema.parse(packet);
    return [reference, urgent ? `${state}, urgent` : state, minuteOf(at), policy.id, reasons[because] ?? because].map(
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
  const packet = packetSchema.parse(found.packet);
  const policy = await policies.pinned(packet.policy.digest);
  return [
    ...headLines(found, packet),
    ...section('Ruling', rulingLines(found), width),
    ...section('Facts', factLines(packet), width),
    ...section('Decision', decisionLines(packet, policy), width),
    ...section('If it were known', reviewLines(packet, policy), width),
    ...section('History (UTC)', historyLines(found), width),
    '',
    styled('bold', 'Conversation (UTC)'),
    ...transcript.flatMap((one) => saidLines(one, conversation?.userId ?? '', width)),
  ].join('\n');
}

function headLines({ reference, state, urgent, at, conversationId }: Case, { because, policy }: Packet): string[] {
  return [
    styled('bold', `${visibleLine(reference)} · ${visibleLine(state)}${urgent ? ' · urgent' : ''}`),
    `Since ${minuteOf(at)} UTC: ${visibleLine(reasons[because] ?? because)}`,
    `Policy ${visibleLine(policy.id)}, version ${visibleLine(policy.version)}; conversation ${visibleLine(conversationId)}`,
  ];
}

function rulingLines({ file }: Case): string[] {
  const ruling = filedCaseSchema.safeParse(file).data?.ruling;
  if (!ruling) return [];
  const what = ruling.ruling === 'approve' ? `approved: ${ruling.resolution}` : 'upheld';
  return [`${what}${ruling.isException ? ', an exception' : ''} (${ruling.by.name})`, ruling.reason];
}

function historyLines({ file }: Case): string[] {
  const { history = [] } = filedCaseSchema.safeParse(file).data ?? {};
  return history.map(({ at, what, by, note }) =>
    [`${minuteOf(at)} ${what}`, by && ` by ${by.name}`, note && `: ${note}`].filter(Boolean).join(''),
  );
}

function factLines({ answers }: Packet): string[] {
  return answers.map(({ label, summary, source }) => `${label}: ${summary} (${sources[source] ?? source})`);
}

function decisionLines({ decision }: Packet, policy?: Policy): string[] {
  if (!decision) return [];
  const { resolution, clauses, terms, review: _review, policy: _policy, ...figures } = decision;
  return [
    resolution,
    ...[...clauses, ...terms].map((id) => {
      const clause = policy?.file.clauses[id];
      return clause ? `${id}: ${clause.title}. ${clause.text}` : id;
    }),
    ...Object.entries(figures).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
  ];
}

function reviewLines({ decision }: Packet, policy?: Policy): string[] {
  return (decision?.review ?? []).map(({ fact, answers }) => {
    const outcomes = answers.map(
      ({ value, resolution }) => `${typeof value === 'string' ? value : JSON.stringify(value)} → ${resolution}`,
    );
    return `${policy?.file.facts[fact]?.label ?? fact}: ${outcomes.join(', ')}`;
  });
}

function saidLines(stored: StoredActivity, userId: string, width: number): string[] {
  const { isCustomers, speaker, text } = readActivity(stored, userId);
  const name = isCustomers ? 'Customer' : speaker === undefined ? 'Assistant' : visibleLine(speaker);
  // Every line of theirs is indented, so that nobody can write a line in another's name.
  const lines = isCustomers ? wrap(visible(text), width - 2) : markdownLines(text, width - 2);
  return [styled('dim', `${minuteOf(stored.at)} ${name}`), ...lines.map((line) => `  ${line}`.trimEnd())];
}

function section(title: string, lines: string[], width: number): string[] {
  if (lines.length === 0) return [];
  return ['', styled('bold', title), ...lines.flatMap((line) => wrap(visibleLine(line), width, '  ', '    '))];
}

async function allActivities(store: Store, conversationId: string): Promise<StoredActivity[]> {
  const all: StoredActivity[] = [];
  for (let isMore = true; isMore; ) {
    const page = await store.activities(conversationId, all.at(-1)?.seq ?? 0, pageSize);
    all.push(...page);
    isMore = page.length === pageSize;
  }
  return all;
}

function byPressure(one: Case, other: Case): number {
  const rank = ({ state, urgent }: Case): number => (isOpen(state) ? 0 : 2) + (urgent ? 0 : 1);
  return rank(one) - rank(other) || one.at.localeCompare(other.at);
}

function isOpen(state: string): boolean {
  return openStates.includes(state);
}

function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
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
