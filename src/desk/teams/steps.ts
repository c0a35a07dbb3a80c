import { z } from 'zod';
import { InvariantError } from '../../errors.ts';
import { HttpError } from '../../http/errors.ts';
import type { AgentEvent } from '../../machines/agent.ts';
import type { Agent } from '../../machines/case.ts';
import { rulingOn } from '../case/rulings.ts';
import { refusalText } from '../case/text/refusal-text.ts';
import type { Desk } from '../desk.ts';
import { againSchema, correctedBy, eventOf, readRequest } from '../requests.ts';
import { fillIn, words } from '../words/words.ts';

/** An input that was left empty may be missing, or null. */
const input = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const onCase = z.object({ reference: z.string().max(40) });
/** `again`: the case was ruled when the card was made. */
const onRuling = onCase.extend({ again: againSchema.optional() });

/** The data that the buttons of a case's card send. */
export const caseActionSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal(['claim', 'release', 'reopen', 'refresh', 'show']), data: onCase }),
  z.object({ verb: z.literal('take-over'), data: onCase.extend({ from: z.string().optional() }) }),
  z.object({ verb: z.literal('withdraw'), data: onCase.extend({ note: input }) }),
  z.object({ verb: z.literal('approve'), data: onRuling.extend({ grant: input, approveReason: input }) }),
  z.object({ verb: z.literal('uphold'), data: onRuling.extend({ upholdReason: input }) }),
  z.object({ verb: z.literal(['hand-back', 'close']), data: onCase.extend({ note: input }) }),
  z.object({ verb: z.literal('ask'), data: onCase.extend({ question: input }) }),
]);
export type CaseAction = z.infer<typeof caseActionSchema>;

/** The agent who pressed a button; `key` is the same for every delivery of one press. */
export interface Presser {
  by: Agent;
  key: string;
}

/** Takes a step on a case; resolves with why nothing was done, if so. */
export function createSteps(desk: Pick<Desk, 'view' | 'act'>) {
  async function eventFor(action: CaseAction, by: Agent): Promise<AgentEvent | string | undefined> {
    switch (action.verb) {
      case 'claim':
      case 'release':
      case 'reopen':
        return { type: action.verb, by };
      case 'take-over':
        return { type: 'takeOver', by, from: action.data.from };
      case 'withdraw':
        return action.data.note.trim() === ''
          ? nothingDone(words.steps.withdraw.missing)
          : requested('withdraw', { note: action.data.note }, by);
      case 'ask':
        return action.data.question
          ? { type: 'ask', by, fact: action.data.question }
          : nothingDone(words.steps.ask.missing);
      case 'hand-back':
        return requested('hand-back', { summary: action.data.note || undefined }, by);
      case 'close':
        return requested('close', { note: action.data.note || undefined }, by);
      case 'approve':
      case 'uphold':
        return rulingFor(action, by);
      default:
        return undefined;
    }
  }

  async function rulingFor(
    { verb, data }: Extract<CaseAction, { verb: 'approve' | 'uphold' }>,
    by: Agent,
  ): Promise<AgentEvent | string> {
    const wanted =
      verb === 'approve'
        ? { ruling: verb, resolution: data.grant, reason: data.approveReason }
        : { ruling: verb, reason: data.upholdReason };
    if (wanted.reason.trim() === '') return nothingDone(words.steps[verb].missing);
    const request = readRequest('rule', wanted);
    const view = await desk.view(data.reference);
    const ruling = view && request.action === 'rule' ? rulingOn(view, request) : undefined;
    return ruling
      ? { type: 'rule', by, ruling, corrects: correctedBy(data.again) }
      : nothingDone(words.steps.approve.missingWhat);
  }

  return async (action: CaseAction, { by, key }: Presser): Promise<string | undefined> => {
    try {
      const event = await eventFor(action, by);
      if (event === undefined || typeof event === 'string') return event;
      const acted = await desk.act({ reference: action.data.reference, event, key });
      return acted.kind === 'done' ? undefined : nothingDone(refusalText(acted));
    } catch (error) {
      if (error instanceof HttpError) return nothingDone(`${error.message}.`);
      throw error;
    }
  };
}

function requested(action: 'hand-back' | 'close' | 'withdraw', body: object, by: Agent): AgentEvent {
  const request = readRequest(action, body);
  if (request.action === 'rule') throw new InvariantError('ruling-read-elsewhere', 'a ruling is read elsewhere');
  return eventOf(request, by);
}

function nothingDone(why: string): string {
  return fillIn(words.refusals.nothingDone, { why });
}
