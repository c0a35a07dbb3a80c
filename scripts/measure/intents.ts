import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readMessage } from '../../src/dialogs/reading/read.ts';
import { claimsReason, type Intent, type IntentReading, readIntent } from '../../src/language/intents/intents.ts';
import { newConversation } from '../../src/machines/record/record.ts';
import { step } from '../../src/machines/returns.ts';
import { loadPolicy } from '../../src/policy/format/load.ts';
import { round, share, timed, times } from './figures.ts';

export const intentRow = z.object({ text: z.string(), intent: z.string(), alt: z.array(z.string()).default([]) });
type IntentRow = z.infer<typeof intentRow>;

/** Labels of the data that are coarser than our intents. */
const COARSER: Partial<Record<Intent, string>> = {
  damaged_on_delivery: 'damaged_or_incomplete_on_delivery',
  incomplete_on_delivery: 'damaged_or_incomplete_on_delivery',
  wrong_item_received: 'damaged_or_incomplete_on_delivery',
  does_not_fit: 'change_of_mind',
};

/** The label of openings that give no reason: what counts is that the reason is asked for. */
const UNSPECIFIED = 'return_unspecified';
/** Digressions before the reason is asked for; other digressions take the message for something else. */
const asking = new Set(['no-reason', 'policy-question', 'unanswered-question']);

const SHOP = 'policies/equipment-shop';

interface Pair {
  gold: string;
  alt: readonly string[];
  read: string;
}

/**
 * Figures on the reading of opening messages, strictly and (`…WithAlt`) with every label a reasonable person could give
 * counted as right; `asks` is the share of openings without a reason after which the conversation asks for it, perhaps
 * with an answer from the policy before, `claimsReason` of those that are taken to have given one.
 */
export function measureIntents(rows: readonly IntentRow[]) {
  const readings = timed(rows, ({ text }) => readIntent(text));
  const unspecified = readings.filter(({ row }) => row.intent === UNSPECIFIED);
  const opening = openingOf(SHOP);
  const pairs = readings
    .filter(({ row }) => row.intent !== UNSPECIFIED)
    .map(({ row, read }): Pair => ({ gold: row.intent, alt: row.alt, read: labelOf(read) }));
  return {
    rows: rows.length,
    asks: share(unspecified, ({ row }) => opening(row.text)),
    claimsReason: share(unspecified, ({ read }) => claimsReason(read)),
    ...(pairs.length > 0 && scores(pairs)),
    ...times(readings.map(({ milliseconds }) => milliseconds)),
  };
}

/** The likeliest label of the data: intents that it does not tell apart count together. */
function labelOf({ intent, ranking }: IntentReading): string {
  const sums = new Map<string, number>();
  for (const one of ranking) {
    const label = COARSER[one.intent] ?? one.intent;
    sums.set(label, (sums.get(label) ?? 0) + one.confidence);
  }
  const [best] = [...sums].toSorted(([, one], [, other]) => other - one);
  return best?.[0] ?? intent;
}

/** True if a chat that opens with a message goes on to ask for the reason, and does nothing else. */
function openingOf(file: string): (text: string) => boolean {
  const policy = loadPolicy(fileURLToPath(new URL(`../../${file}`, import.meta.url)));
  const interview = {
    policy,
    language: 'en',
    today: '2026-11-21',
    lookUps: { orders: true, warranties: 'never' },
  } as const;
  const { conversation } = step({ interview, conversation: newConversation(), reference: 'R' }, { type: 'begin' });
  return (text) => {
    const event = readMessage(interview, conversation, { text });
    if (event.type === 'digress' && !asking.has(event.about.kind)) return false;
    return step({ interview, conversation, reference: 'R' }, event).conversation.open?.id === conversation.open?.id;
  };
}

function scores(pairs: readonly Pair[]) {
  // A reading that a reasonable person could have given is taken for the label itself.
  const lenient = pairs.map((pair) => (pair.alt.includes(pair.read) ? { ...pair, gold: pair.read } : pair));
  const labels = [...new Set(pairs.map(({ gold }) => gold))].toSorted();
  return {
    accuracy: share(pairs, isRight),
    macroF1: macroF1(pairs),
    accuracyWithAlt: share(lenient, isRight),
    macroF1WithAlt: macroF1(lenient),
    humanRecall: recallOf(pairs, 'talk_to_human'),
    outOfScopeRecall: recallOf(pairs, 'out_of_scope'),
    recall: Object.fromEntries(labels.map((label) => [label, recallOf(pairs, label)])),
    precision: Object.fromEntries(labels.map((label) => [label, precisionOf(pairs, label)])),
  };
}

/** The mean F1 of the labels that occur, each weighing the same however rare. */
function macroF1(pairs: readonly Pair[]): number {
  const labels = [...new Set(pairs.map(({ gold }) => gold))];
  return round(labels.reduce((sum, label) => sum + f1(pairs, label), 0) / labels.length);
}

function f1(pairs: readonly Pair[], label: string): number {
  const recall = recallOf(pairs, label) ?? 0;
  const precision = precisionOf(pairs, label) ?? 0;
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

function recallOf(pairs: readonly Pair[], label: string): number | undefined {
  return share(
    pairs.filter(({ gold }) => gold === label),
    isRight,
  );
}

function precisionOf(pairs: readonly Pair[], label: string): number | undefined {
  return share(
    pairs.filter(({ read }) => read === label),
    isRight,
  );
}

function isRight({ gold, read }: Pair): boolean {
  return gold === read;
}
