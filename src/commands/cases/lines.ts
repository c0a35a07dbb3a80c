import { z } from 'zod';
import { filedCaseSchema } from '../../machines/case.ts';
import { type Source, storedSourceSchema } from '../../machines/record/record.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Store, StoredActivity } from '../../store/store.ts';
import { readActivity } from '../chat/activity.ts';
import { markdownLines } from '../chat/markdown.ts';
import { styled } from '../chat/style.ts';
import { visible, visibleLine } from '../chat/text.ts';
import { wrap } from '../chat/wrap.ts';

export type Case = NonNullable<Awaited<ReturnType<Store['case']>>>;

export const packetSchema = z.looseObject({
  because: z.string(),
  policy: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  answers: z.array(z.object({ fact: z.string(), source: storedSourceSchema, label: z.string(), summary: z.string() })),
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

/** Why a case was filed, in words. */
export const reasons: Record<string, string> = {
  'asked-for-human': 'asked for a person',
  'human-review': 'the policy is silent',
  'refuse-delivery': 'parcel to be refused',
  contradiction: 'word against order',
};
const sources: Record<Source, string> = {
  stated: 'the customer',
  inferred: 'read from a message, not confirmed',
  order: 'the order',
  warranty: 'the warranty register',
};

/** What a case is about, in its first lines. */
export function headLines(
  { reference, state, urgent, at, conversationId }: Case,
  { because, policy }: Packet,
): string[] {
  return [
    styled('bold', `${visibleLine(reference)} · ${visibleLine(state)}${urgent ? ' · urgent' : ''}`),
    `Since ${minuteOf(at)} UTC: ${visibleLine(reasons[because] ?? because)}`,
    `Policy ${visibleLine(policy.id)}, version ${visibleLine(policy.version)}; conversation ${visibleLine(conversationId)}`,
  ];
}

/** What a person ruled, if somebody has. */
export function rulingLines({ file }: Case): string[] {
  const ruling = filedCaseSchema.safeParse(file).data?.ruling;
  if (!ruling) return [];
  const what = ruling.ruling === 'approve' ? `approved: ${ruling.resolution}` : 'upheld';
  return [`${what}${ruling.isException ? ', an exception' : ''} (${ruling.by.name})`, ruling.reason];
}

/** Who did what and when. */
export function historyLines({ file }: Case): string[] {
  const { history = [] } = filedCaseSchema.safeParse(file).data ?? {};
  return history.map(({ at, what, by, note }) =>
    [`${minuteOf(at)} ${what}`, by && ` by ${by.name}`, note && `: ${note}`].filter(Boolean).join(''),
  );
}

/** What is known, and who says so. */
export function factLines({ answers }: Packet): string[] {
  return answers.map(({ label, summary, source }) => `${label}: ${summary} (${sources[source]})`);
}

/** What the policy decided, with its clauses in words. */
export function decisionLines({ decision }: Packet, policy?: Policy): string[] {
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

/** What each answer to an unknown fact would lead to. */
export function reviewLines({ decision }: Packet, policy?: Policy): string[] {
  return (decision?.review ?? []).map(({ fact, answers }) => {
    const outcomes = answers.map(
      ({ value, resolution }) => `${typeof value === 'string' ? value : JSON.stringify(value)} → ${resolution}`,
    );
    return `${policy?.file.facts[fact]?.label ?? fact}: ${outcomes.join(', ')}`;
  });
}

/** One message of the conversation, indented under its speaker. */
export function saidLines(stored: StoredActivity, userId: string, width: number): string[] {
  const { isCustomers, speaker, text } = readActivity(stored, userId);
  const name = isCustomers ? 'Customer' : speaker === undefined ? 'Assistant' : visibleLine(speaker);
  // Every line of theirs is indented, so that nobody can write a line in another's name.
  const lines = isCustomers ? wrap(visible(text), width - 2) : markdownLines(text, width - 2);
  return [styled('dim', `${minuteOf(stored.at)} ${name}`), ...lines.map((line) => `  ${line}`.trimEnd())];
}

/** An instant to the minute, in UTC. */
export function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
