import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ReplyRow, replyRow } from '../scripts/measure/corpus/row.ts';
import { conversationBefore, interviewOf } from '../scripts/measure/corpus/settings.ts';
import { questionOf } from '../src/dialogs/wording/questions.ts';
import { pointAsked } from '../src/language/likely/asked.ts';
import { DONT_KNOW, NO_ANSWER, NONE_OF_THEM } from '../src/language/likely/labels.ts';

/** A reply that is learnt from, and what it answers; several values of a list count in equal parts. */
export interface LabelledReply {
  hand: string;
  /** Questions of a kind are learnt together. */
  kind: string;
  point: string;
  text: string;
  says: string[];
}

const folders = ['../test/corpus/replies/', './replies/'].map((folder) => new URL(folder, import.meta.url));

/** The replies of all hands, those of the corpus and those that are there to be learnt from alone. */
export function readReplyRows(): ReplyRow[] {
  return folders.flatMap((folder) =>
    readdirSync(fileURLToPath(folder))
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
      .map((line) => replyRow.parse(JSON.parse(line))),
  );
}

/** Replies with what they answer; those to questions for a day, a length or a number are left out. */
export function labelled(rows: readonly ReplyRow[]): LabelledReply[] {
  return rows.flatMap((row) => {
    const question = askedBy(row);
    const { fact } = question;
    const isPolar = question.input === 'yes-no';
    if (!isPolar && fact?.type !== 'choice' && fact?.type !== 'set') return [];
    // What is the matter is learnt from first messages, in many more.
    if (row.question === 'reason') return [];
    const point = pointAsked(question.text, isPolar);
    return { hand: row.hand, kind: isPolar ? 'yes-no' : point, point, text: row.text, says: labelsOf(row) };
  });
}

function askedBy(row: ReplyRow): ReturnType<typeof questionOf> {
  const interview = interviewOf(row.policy);
  const conversation = conversationBefore(interview, row);
  return questionOf(interview, conversation, { id: row.question, unclear: 0 });
}

function labelsOf({ right, question }: ReplyRow): string[] {
  if ('unknown' in right) return [DONT_KNOW];
  if ('yes' in right) return ['yes'];
  if ('no' in right) return ['no'];
  // Who puts right what was shown back says that it is not so.
  if ('correct' in right) return question === 'confirm' ? ['no'] : [NO_ANSWER];
  if (!('value' in right)) return [NO_ANSWER];
  const { value } = right;
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (!Array.isArray(value)) return [String(value)];
  return value.length === 0 ? [NONE_OF_THEM] : value;
}
