import { caseStep, type FiledCase } from '../case.ts';
import type { CustomerEvent, Digression } from '../events.ts';
import { type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { keepDetailsQuietly } from './statement.ts';
import { unreadableFile } from './unreadable-file.ts';

/** What needs no person: courtesies, and what the bot itself can say. */
const forBot: ReadonlySet<Digression['kind']> = new Set([
  'greeting',
  'identity',
  'thanks',
  'goodbye',
  'acknowledged',
  'abuse',
  'case-status',
  'erase-data',
  'policy-question',
  'why',
  'what-now',
  'what-if',
  'why-asked',
  'keeps-it',
  'form-again',
  'reference',
  'newsletter',
  'earlier-case',
  'mail-talk',
  'talk-code',
]);

/**
 * True if a customer says something that is for the person who has closed the case, or who has spoken to them since the
 * ruling.
 */
export function comesBack({ context, event }: StepArguments): boolean {
  const { case: filed } = context.conversation;
  if (!filed?.agent || !isTalkOfPerson(filed)) return false;
  if (event.type === 'digress') return !forBot.has(event.about.kind) || isAssent(event.about, filed);
  return event.type === 'statement' || event.type === 'offerHuman' || (event.type === 'unclear' && !event.asksStatus);
}

function isTalkOfPerson({ state, lastWord }: FiledCase): boolean {
  return state === 'closed' || (state === 'ruled' && lastWord !== undefined);
}

/** "Ok" is an answer to whoever asks something, and a courtesy otherwise. */
function isAssent({ kind }: Digression, { lastWord }: FiledCase): boolean {
  return kind === 'acknowledged' && lastWord === 'asked';
}

/** Opens the case again for the person who had it. */
export function comeBack({ context, event }: StepArguments): Partial<Context> {
  const { case: filed } = context.conversation;
  const stepped = filed && caseStep(filed, { type: 'comeBack' }, context.at ?? '');
  if (!stepped || !('filed' in stepped) || !stepped.filed.agent) return {};
  const { reference, agent } = stepped.filed;
  const kept: Context = { ...context, ...keepDetailsQuietly({ context, event }) };
  return {
    ...updateConversation(kept, { case: stepped.filed, open: undefined }),
    acts: [...kept.acts, ...(event.file ? [] : unreadableFile(event)), { type: 'cameBack', reference, agent }],
  };
}

const courtesies: ReadonlySet<Digression['kind']> = new Set(['thanks', 'goodbye', 'acknowledged']);
const ofTime: ReadonlySet<CustomerEvent['type']> = new Set(['unanswered', 'unclaimed', 'remind', 'close', 'resume']);

/** True of what no customer says. */
export function isOfTime({ type }: CustomerEvent): boolean {
  return ofTime.has(type);
}

/** True if a customer who says this to a person waits for an answer. */
export function wantsAnswer(event: CustomerEvent): boolean {
  return !isOfTime(event) && !(event.type === 'digress' && courtesies.has(event.about.kind));
}
