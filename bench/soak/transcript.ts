import type { Findings } from './findings.ts';
import type { Acknowledged, Activity } from './website-chat.ts';

/**
 * Holds a conversation against what its customer sent: every acknowledged message is there once, under the id it was
 * acknowledged with, and its answer follows it at once. `isOrdered` where each was sent after the one before it was
 * acknowledged.
 */
export function checkTranscript(
  all: readonly Activity[],
  sent: readonly Acknowledged[],
  findings: Findings,
  isOrdered = true,
): void {
  const keyOf = ({ channelData, from }: Activity) =>
    from?.id?.startsWith('dl_') ? channelData?.clientActivityID : undefined;
  const inbound = all.flatMap((activity) => {
    const key = keyOf(activity);
    return key === undefined ? [] : [{ key, id: activity.id }];
  });
  for (const { key, id } of sent) {
    const kept = inbound.filter((one) => one.key === key);
    if (!kept.some((one) => one.id === id)) findings.fault('lost', `${id} was acknowledged and is not there`);
    if (kept.length > 1) findings.fault('doubled', `${id} is there ${kept.length} times`);
  }
  const known = new Set(sent.map(({ key }) => key));
  for (const { key, id } of inbound) if (!known.has(key)) findings.fault('doubled', `${id} was not sent`);
  if (isOrdered && inbound.map(({ key }) => key).join() !== sent.map(({ key }) => key).join())
    findings.fault('order', `${all[0]?.id} has its messages in another order`);
  checkPositions(all, findings);
}

/** Positions have no gap, and what answers a message stands right behind it. */
function checkPositions(all: readonly Activity[], findings: Findings): void {
  let question: string | undefined;
  for (const [index, { id, replyToId, from }] of all.entries()) {
    if (positionOf(id) !== index + 1) findings.fault('order', `${id} is at position ${index + 1}`);
    if (from?.id?.startsWith('dl_')) {
      if (question !== undefined && all[index - 1]?.id === question)
        findings.fault('lost', `${question} has no answer`);
      question = id;
    } else if (replyToId !== undefined && replyToId !== question) {
      findings.fault('order', `${id} answers ${replyToId} behind ${question}`);
    }
  }
  if (question !== undefined && all.at(-1)?.id === question) findings.fault('lost', `${question} has no answer`);
}

/** The position of a message in its conversation, from 1; see `activityId`. */
export function positionOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('|') + 1));
}
