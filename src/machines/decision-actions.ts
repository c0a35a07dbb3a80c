import type { Decision } from '../policy/decide.ts';
import type { Act, CaseReason } from './acts.ts';
import type { CustomerEvent } from './events.ts';
import { type Context, knowing, type Scene, saying, standing } from './scene.ts';

/** Withdraws what was issued and filed, because an answer changes. */
export function withdraw(scene: Scene): Partial<Context> {
  const { decision, case: filed } = scene.context.conversation;
  const acts: Act[] = [];
  if (decision) acts.push({ type: 'withdraw', reference: decision.reference, what: 'decision' });
  if (filed) acts.push({ type: 'withdraw', reference: filed.reference, what: 'case' });
  return {
    ...knowing(scene, { decision: undefined, case: undefined, open: undefined }),
    acts: [...scene.context.acts, ...acts],
  };
}

/** Issues the decision that the answers entail, under a reference of its own. */
export function issueDecision(scene: Scene): Partial<Context> {
  const next = standing(scene.context);
  if (next.kind !== 'decided') return {};
  const { reference } = scene.context;
  const { decision, facts } = next;
  return {
    ...knowing(scene, { decision: { reference, decision: asJson(decision), facts: asJson(facts) }, open: undefined }),
    ...saying(scene, { type: 'decide', reference, decision, facts }),
  };
}

/** Files a case for people, under the reference of the decision if there is one. */
export function fileCase(scene: Scene): Partial<Context> {
  const { conversation, reference: fresh } = scene.context;
  const reference = conversation.decision?.reference ?? fresh;
  return {
    ...knowing(scene, { case: { reference, state: 'waiting' }, open: undefined, changing: undefined }),
    ...saying(scene, { type: 'file', reference, because: reasonOf(scene.context, scene.event) }),
  };
}

/** Why people are needed, after this event. */
export function reasonOf(context: Context, event: CustomerEvent): CaseReason {
  const { conversation } = context;
  const issued = conversation.decision?.decision as Decision | undefined;
  if (event.type === 'human' || event.type === 'yes') return 'asked-for-human';
  if (issued?.resolution === 'human-review' || issued?.resolution === 'refuse-delivery') return issued.resolution;
  return standing(context).kind === 'contradicted' ? 'contradiction' : 'asked-for-human';
}

/** The same value as plain JSON data, without absent keys. */
function asJson<T>(value: T): never {
  return JSON.parse(JSON.stringify(value)) as never;
}
