import type { Act } from '../../../machines/acts.ts';
import type { Agent, CaseState, FiledCase, Ruling } from '../../../machines/case.ts';
import { isGranted } from '../../../machines/granted.ts';
import type { SentToCustomer } from '../../../machines/sent-files.ts';
import { isStandardForm, ownOutcome } from '../../../policy/format/outcome-schema.ts';
import type { PolicyFile } from '../../../policy/format/schema.ts';
import type { Words } from '../catalog/words.ts';
import { readPlain } from '../markup/plain.ts';
import { plainMarkdown } from '../plain-markdown.ts';
import { namesOf } from './details.ts';
import { message, type Reply } from './reply.ts';

/** The context of the words on a case, beside the act itself. */
export interface CaseContext {
  formUrl?: string | undefined;
  /** The time when people can be expected, in words. */
  whenAnswered: string;
  /** True if the policy had decided nothing, so that a ruling is the first decision. */
  isUndecided: boolean;
  /** True if people look at the case before all others. */
  isUrgent: boolean;
  /** The policy, for outcomes of the shop's own. */
  file: PolicyFile;
}

/** The message to a customer about their case; `undefined` for acts that are not about one. */
export function caseMessage(words: Words, act: Act, context: CaseContext): Reply | undefined {
  const { whenAnswered } = context;
  switch (act.type) {
    case 'file':
      return handoff(act, 'waiting', filedText(words, act, context));
    case 'reopen':
      return handoff(act, 'waiting', words.say('case.reopened', { reference: act.reference, whenAnswered }));
    case 'caseStands':
      return handoff(act.filed, act.filed.state, caseStatusText(words, act.filed, context));
    case 'addedToCase': {
      const what = namesOf(words, act.details) || words.say('case.added.that');
      return handoff(act, 'waiting', words.say('case.added', { what, reference: act.reference, whenAnswered }));
    }
    case 'agentJoined':
      return handoff(act, 'claimed', words.say('case.joined', { agent: nameOf(act.agent) }));
    case 'takenOver':
    case 'assigned':
    case 'reopenedBy':
    case 'cameBack': {
      const { reference, agent } = act;
      return handoff(act, 'claimed', words.say(`case.${act.type}`, { agent: nameOf(agent), reference }));
    }
    case 'leftWaiting':
      return handoff(act, 'waiting', words.say('case.leftWaiting', { reference: act.reference, whenAnswered }));
    case 'agentLeft':
      return handoff(act, 'waiting', words.say('case.left', { reference: act.reference, whenAnswered }));
    case 'agentMessage':
      return {
        ...spoken(words, act.agent, act.text, act.markdown ?? readPlain(act.text).markdown),
        ...(act.files && { attachments: act.files.map(attachmentOf) }),
      };
    case 'ruled':
      return ruled(words, act, context);
    case 'rulingWithdrawn':
      return rulingWithdrawn(words, act, context);
    case 'handedBack': {
      const { summary } = act;
      return handoff(act, 'handed-back', words.say('case.handedBack', { agent: nameOf(act.agent), summary }));
    }
    case 'merged':
      return handoff(act, 'closed', words.say('case.merged', { into: act.into }));
    case 'caseClosed': {
      const { reference, note } = act;
      return handoff(act, 'closed', words.say('case.closed', { reference, note, again: again(words) }));
    }
    case 'cancelled':
      return handoff(act, 'closed', words.say('case.cancelled', { reference: act.reference, again: again(words) }));
    case 'unclaimed':
      return handoff(act, 'waiting', words.say('case.unclaimed', { reference: act.reference, whenAnswered }));
    default:
      return undefined;
  }
}

/** A message that a person at the shop speaks, under their name. */
export function spoken(words: Words, agent: Agent, text: string, markdown = text): Reply {
  // A list or a quote is one at the start of a line alone.
  const body = /^(?:- |> |\d{1,9}[.)] )/.test(markdown) ? `\n\n${markdown}` : markdown;
  return {
    ...message(words.say('case.message', { agent: nameOf(agent), text: body })),
    from: { id: 'agent', name: agent.name, role: 'bot' },
    ownWords: text,
  };
}

/** Whoever is in danger hears no more than they need. */
function filedText(words: Words, { because, reference }: Extract<Act, { type: 'file' }>, context: CaseContext): string {
  const { whenAnswered, isUrgent } = context;
  const opening = words.say(`case.filed.${because}`);
  if (because === 'danger') return words.say('case.filed.alarm', { opening, reference, whenAnswered });
  const isSaidAlready = because === 'refuse-delivery' || !isUrgent;
  const openings = isSaidAlready ? opening : words.say('case.filed.urgent', { opening });
  return words.say('case.filed', { opening: openings, reference, whenAnswered });
}

function again(words: Words): string {
  return words.say('case.again', { human: words.say('button.human') });
}

function nameOf({ name }: Agent): string {
  return plainMarkdown(name);
}

function handoff({ reference }: { reference: string }, state: CaseState, text: string): Reply {
  return {
    ...message(text.replace(/ +/g, ' ').trim()),
    channelData: { returns: { kind: 'handoff', reference, state } },
  };
}

function caseStatusText(words: Words, filed: FiledCase, context: CaseContext): string {
  const { reference, state, ruling, because, mergedInto } = filed;
  if (mergedInto !== undefined) return words.say('case.merged', { into: mergedInto });
  if (state === 'waiting') {
    const { whenAnswered } = context;
    if (because === 'danger' || because === 'declaration')
      return words.say(`case.waiting.${because}`, { reference, whenAnswered });
    const buttons = { change: words.say('button.change'), human: words.say('button.human') };
    return words.say('case.waiting', { reference, whenAnswered, ...buttons });
  }
  if (!ruling) return words.say('case.closed', { reference, note: '', again: again(words) });
  const stands = words.say(`ruling.${outcomeOf(ruling, context)}.stands`);
  const given = ruling.reason.trim();
  const reason = given && words.say('ruling.stands.reason', { agent: nameOf(ruling.by), reason: given });
  return words.say('ruling.stands', { reference, ruling: stands, reason, again: again(words) });
}

function ruled(words: Words, { reference, ruling, corrects }: Extract<Act, { type: 'ruled' }>, context: CaseContext) {
  const { formUrl, file } = context;
  const outcome = outcomeOf(ruling, context);
  const isCorrected = corrects !== undefined && !isSameOutcome(ruling, corrects);
  const isOldUpheld = isCorrected && outcome === 'uphold';
  const made = isCorrected ? 'ruling.corrected' : corrects ? 'ruling.made.again' : 'ruling.made';
  const text = [
    words.say(made, {
      agent: nameOf(ruling.by),
      reference,
      ruling: isOldUpheld ? words.say('ruling.uphold.corrected') : rulingOf(words, file, ruling, outcome),
    }),
    ruling.reason,
    corrects && isGranted({ file }, corrects) && words.say('ruling.formWithdrawn'),
    formUrl && words.say('ruling.openForm', { url: formUrl }),
    outcome !== 'approve' && words.say('ruling.rights', { again: again(words) }),
  ];
  const { ruling: kind, resolution, reason } = ruling;
  return {
    ...message(text.filter(Boolean).join('\n\n')),
    channelData: {
      returns: {
        kind: 'ruling',
        reference,
        ruling: kind,
        resolution,
        reason,
        ...(formUrl !== undefined && { formUrl }),
      },
    },
  };
}

function isSameOutcome(one: Ruling, other: Ruling): boolean {
  return one.ruling === other.ruling && one.resolution === other.resolution;
}

/** The customer hears why, and that nothing is decided for now. */
function rulingWithdrawn(words: Words, act: Extract<Act, { type: 'rulingWithdrawn' }>, { file }: CaseContext): Reply {
  const { agent, reference, note, ruling } = act;
  const text = [
    words.say('ruling.withdrawn', { agent: nameOf(agent), reference }),
    note,
    ruling && isGranted({ file }, ruling) && words.say('ruling.formWithdrawn'),
  ];
  return handoff(act, 'claimed', text.filter(Boolean).join('\n\n'));
}

type Outcome = 'approve' | 'uphold' | 'refuse';

/** To uphold what the policy left open is to refuse it. */
function outcomeOf({ ruling }: Ruling, { isUndecided }: CaseContext): Outcome {
  return ruling === 'uphold' && isUndecided ? 'refuse' : ruling;
}

function rulingOf(words: Words, file: PolicyFile, { resolution }: Ruling, outcome: Outcome): string {
  if (outcome !== 'approve') return words.say(`ruling.${outcome}`);
  if (isStandardForm(resolution)) return words.say(`ruling.approve.${resolution}`);
  const own = ownOutcome(file, resolution);
  return own ? words.say('ruling.approve.own', { headline: own.headline }) : words.say('ruling.approve');
}

function attachmentOf({ id, name, contentType, url }: SentToCustomer) {
  return { contentType, name, contentUrl: url, fileId: id, fileType: contentType };
}
