import { createHash } from 'node:crypto';
import { type LikelyFile, replyFeatures } from '../src/language/likely/model.ts';
import type { LabelledReply } from './replies.ts';
import { learnSoftly, type SoftExample } from './soft-regression.ts';

/** So many features of a kind of questions are kept at most, those that tell most, and so many weights. */
const MOST_FEATURES = 9_000;
const MOST_WEIGHTS = 40_000;

/** What is learnt of replies, as its file has it. */
export function likelyFileOf(replies: readonly LabelledReply[]): LikelyFile {
  const kinds = [...new Set(replies.map(({ kind }) => kind))].sort();
  return {
    made: digestOf(replies),
    learnt: kinds.map((kind) => learntFrom(replies.filter((reply) => reply.kind === kind))),
  };
}

/** The digest by which a file tells what it was made of. */
export function digestOf(replies: readonly LabelledReply[]): string {
  const hash = createHash('sha256');
  for (const { point, text, says } of replies) {
    hash.update(JSON.stringify([point, says]));
    hash.update(Uint32Array.from(replyFeatures(text, point, false).keys()));
  }
  return hash.digest('hex').slice(0, 16);
}

function learntFrom(replies: readonly LabelledReply[]): LikelyFile['learnt'][number] {
  const asked = [...new Set(replies.map(({ point }) => point))].sort();
  const labels = [...new Set(replies.flatMap(({ says }) => says))].sort();
  const examples = replies.map(
    ({ text, point, says }): SoftExample => ({
      features: [...replyFeatures(text, point, asked.length > 1)],
      wanted: labels.map((label) => (says.includes(label) ? 1 / says.length : 0)),
    }),
  );
  const weights = learnSoftly(examples, labels.length);
  return { asked, labels, ...packed(weights, labels.length) };
}

function packed(weights: ReadonlyMap<number, Float64Array>, labels: number) {
  const kept = [...weights]
    .map(([hash, row]) => ({ hash, row, weight: Math.max(...row.map(Math.abs)) }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, Math.min(MOST_FEATURES, MOST_WEIGHTS / labels))
    .sort((a, b) => a.hash - b.hash);
  const largest = kept.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  const step = largest / 127;
  const hashes = Buffer.alloc(kept.length * 4);
  const bytes = Buffer.alloc(kept.length * labels);
  kept.forEach(({ hash, row }, at) => {
    hashes.writeUInt32LE(hash, at * 4);
    row.forEach((weight, label) => {
      bytes.writeInt8(Math.round(weight / step), at * labels + label);
    });
  });
  return { step: Number(step.toPrecision(6)), features: hashes.toString('base64'), weights: bytes.toString('base64') };
}
