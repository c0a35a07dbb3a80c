import { piecesOfLanguage } from '../../language/prepare.ts';
import type { Interview } from '../../machines/interview.ts';
import { newConversation } from '../../machines/record/record.ts';
import { step } from '../../machines/returns.ts';
import type { Policy } from '../../policy/format/load.ts';
import { interpret } from '../reading/table/table.ts';
import { lexiconOf, questionIndexOf } from '../reading/vocabulary.ts';
import { repliesFor } from '../wording/replies/replies.ts';

/** Works out what the first chat of a policy would wait for beside its decisions, in pieces of some milliseconds each. */
export function* piecesOfTurns(policy: Policy): Generator<void> {
  yield* piecesOfLanguage();
  lexiconOf(policy.file);
  yield;
  questionIndexOf(policy.file);
  yield;
  yield* firstTurns(policy);
}

/** A chat that nobody has and nothing is kept of. */
function* firstTurns(policy: Policy): Generator<void> {
  const lookUps = { orders: false, warranties: 'never' } as const;
  const { language, version: today } = policy.file;
  const interview: Interview = { policy, language, today, lookUps };
  const at = { interview, reference: '', at: `${today}T12:00:00.000Z` };
  const begun = step({ ...at, conversation: newConversation() }, { type: 'begin' });
  yield;
  repliesFor(begun.acts, { interview, conversation: begun.conversation });
  yield;
  const { event } = interpret(interview, begun.conversation, "I don't know");
  yield;
  const next = step({ ...at, conversation: begun.conversation }, event);
  yield;
  repliesFor(next.acts, { interview, conversation: next.conversation });
  yield;
}
