import type { Act } from '../../machines/acts.ts';
import type { Agent, CaseState, FiledCase, Ruling } from '../../machines/case.ts';
import type { JsonObject } from '../../store/store.ts';
import { handoffText, rulings, titles } from './copy.ts';
import { message } from './message.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** What the words on a case depend on, beside the act itself. */
export interface CaseContext {
  formUrl?: string | undefined;
  /** When people can be expected, in words. */
  whenAnswered?: string | undefined;
  /** Whether the policy had decided nothing, so that a ruling is the first decision. */
  isUndecided?: boolean | undefined;
}

/** What a customer hears of their case; `undefined` for acts that are not about one. */
export function caseMessage(
  act: Act,
  { formUrl, whenAnswered = '', isUndecided = false }: CaseContext,
): JsonObject | undefined {
  switch (act.type) {
    case 'file':
      return handoff(act.reference, 'waiting', `${handoffText(act.reference, act.because)} ${whenAnswered}`);
    case 'reopen':
      return handoff(
        act.reference,
        'waiting',
        `I have passed your case **${act.reference}** on once more. ${whenAnswered}`,
      );
    case 'caseStands':
      return handoff(act.filed.reference, act.filed.state, standing(act.filed, { whenAnswered, isUndecided }));
    case 'agentJoined':
      return handoff(
        act.reference,
        'claimed',
        `**${nameOf(act.agent)}** from the shop has read your case and is here now. I keep quiet meanwhile.`,
      );
    case 'agentLeft':
      return handoff(
        act.reference,
        'waiting',
        `Your case **${act.reference}** is waiting for a colleague. ${whenAnswered}`,
      );
    case 'agentSaid':
      return spoken(act.agent, act.text);
    case 'ruled':
      return ruled(act.reference, act.ruling, { formUrl, isUndecided });
    case 'handedBack':
      return handoff(act.reference, 'handed-back', handedBack(act.agent, act.summary));
    case 'caseClosed':
      return handoff(act.reference, 'closed', `Your case **${act.reference}** is closed. ${act.note} ${again}`);
    case 'cancelled':
      return handoff(
        act.reference,
        'closed',
        `Your request **${act.reference}** is withdrawn; nobody needs to look at it any more. ${again}`,
      );
    case 'unclaimed':
      return handoff(
        act.reference,
        'waiting',
        `Nobody could look at your case **${act.reference}** yet; I have asked again. ${whenAnswered} Nothing is lost if you leave: just write here when you are back.`,
      );
    default:
      return undefined;
  }
}

/** A message that a person at the shop speaks, under their name. */
export function spoken(agent: Agent, text: string): JsonObject {
  return { ...message(`**${nameOf(agent)}:** ${text}`), from: { id: 'agent', name: agent.name, role: 'bot' } };
}

const again = `If something is still open, say "${titles.human}".`;

function nameOf({ name }: Agent): string {
  return plainMarkdown(name);
}

function handoff(reference: string, state: CaseState, text: string): JsonObject {
  return { ...message(text.trim()), channelData: { returns: { kind: 'handoff', reference, state } } };
}

function handedBack(agent: Agent, summary: string): string {
  return [`**${nameOf(agent)}** has handed you back to me.`, summary].filter(Boolean).join(' ');
}

function standing({ reference, state, ruling }: FiledCase, { whenAnswered, isUndecided }: CaseContext): string {
  const opening = `Your case **${reference}**`;
  if (state === 'waiting')
    return `${opening} is with the people at the shop. What you write is kept with it. ${whenAnswered} If something was wrong you can say "${titles.change}" or "start over"; if you need nobody any more, say "cancel my request".`;
  if (ruling) return `${opening} was decided: ${rulings[toldAs(ruling, isUndecided)].standing} ${again}`;
  return `${opening} is closed. ${again}`;
}

function ruled(reference: string, ruling: Ruling, { formUrl, isUndecided }: CaseContext): JsonObject {
  const text = [
    `**${nameOf(ruling.by)}** has looked at your case **${reference}**: ${sentenceOf(ruling, toldAs(ruling, isUndecided))}`,
    ruling.reason,
    formUrl && `[Open the form](${formUrl})`,
    ruling.ruling === 'uphold' && `Your statutory rights stay untouched. ${again}`,
  ];
  return {
    ...message(text.filter(Boolean).join('\n\n')),
    channelData: {
      returns: {
        kind: 'ruling',
        reference,
        ruling: ruling.ruling,
        resolution: ruling.resolution,
        reason: ruling.reason,
        ...(formUrl !== undefined && { formUrl }),
      },
    },
  };
}

/** To uphold what the policy left open is to refuse it. */
function toldAs({ ruling }: Ruling, isUndecided: boolean | undefined): keyof typeof rulings {
  return ruling === 'uphold' && isUndecided ? 'refuse' : ruling;
}

function sentenceOf({ resolution }: Ruling, told: keyof typeof rulings): string {
  return rulings[told].byResolution[resolution] ?? rulings[told].sentence;
}
