import { isAdding } from '../../../language/corrections/adding.ts';
import { namesOnly } from '../../../language/corrections/meant-thing.ts';
import { knownWords } from '../../../language/coverage/coverage.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import { questionOf } from '../../wording/questions.ts';
import { readReply } from '../answers/direct-answers.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';

/** "Actually the chair", after a decision on the desk of the same order: the other item is meant. */
export const otherItem: Row = { name: 'other-item', read: readOtherItem };

function readOtherItem({ interview, conversation, evidence }: Reading): CustomerEvent | undefined {
  const { order, details, decision, case: filed } = conversation;
  const { text, lead, takesBack } = evidence;
  if (!decision || filed || !order || order.items.length < 2 || typeof details.item !== 'string') return undefined;
  if (!(lead || takesBack) || text.includes('?') || isAdding(text)) return undefined;
  const question = questionOf(interview, conversation, { id: 'item', unclear: 0 });
  const reply = readReply(interview, question, text);
  if (reply.type !== 'detail' || typeof reply.details.item !== 'string') return undefined;
  if (reply.details.item === details.item) return undefined;
  const title = question.choices.find(({ value }) => value === reply.details.item)?.title ?? '';
  return namesOnly(text, knownWords(title)) ? reply : undefined;
}
