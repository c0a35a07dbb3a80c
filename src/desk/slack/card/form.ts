import { z } from 'zod';
import type { AgentEvent } from '../../../machines/agent.ts';
import type { Agent } from '../../../machines/case.ts';
import { rulingsIn } from '../../../machines/rulings.ts';
import type { CaseView } from '../../case/case-view.ts';
import { grantsOf, rulingOn } from '../../case/rulings.ts';
import { decisionSection, headingOf } from '../../case/text/case-text.ts';
import { resolutionInWords } from '../../case/text/words.ts';
import { againSchema, correctedBy } from '../../requests.ts';
import { asSentence, words } from '../../words/words.ts';
import { inputIn, type SlackView } from '../events.ts';
import { type Block, limits, option, plain, section } from './blocks.ts';

/** The modal in which a person says why. */
export const caseModal = 'case-modal';

const kinds = ['approve', 'uphold', 'withdraw', 'assign', 'hand-back', 'close'] as const;
/** The steps on a case that have a modal. */
export type CaseModalKind = (typeof kinds)[number];

const metadataSchema = z.object({ reference: z.string(), kind: z.enum(kinds), again: againSchema.optional() });
const reasonLimit = 500;

/** The modal for a case as it stands. */
export function caseModalView(kind: CaseModalKind, view: CaseView) {
  const { label, field } = words.steps[kind];
  return {
    type: 'modal' as const,
    callback_id: caseModal,
    private_metadata: JSON.stringify({
      reference: view.reference,
      kind,
      ...(view.state === 'ruled' && { again: rulingsIn(view) || true }),
    }),
    title: plain(label, limits.title),
    submit: plain(label, limits.title),
    close: plain(words.steps.cancel, limits.title),
    blocks: [
      section(`${headingOf(view)}. ${decisionSection(view).title}`),
      ...(kind === 'approve' ? [resolutionBlock(view)] : []),
      kind === 'assign' ? colleagueBlock(field) : reasonBlock(kind, field),
    ] satisfies Block[],
  };
}

function reasonBlock(kind: CaseModalKind, field: string): Block {
  return {
    type: 'input',
    block_id: 'reason',
    optional: !needsReason(kind),
    label: plain(field, limits.label),
    hint: plain(words.slack.customerReads, limits.label),
    element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: reasonLimit },
  };
}

function colleagueBlock(field: string): Block {
  const element = { type: 'users_select', action_id: 'value' };
  return { type: 'input', block_id: 'colleague', label: plain(field, limits.label), element };
}

function resolutionBlock(view: CaseView): Block {
  const options = grantsOf(view).map((resolution) => option(resolutionInWords(resolution, view.outcomes), resolution));
  const own = options.find(({ value }) => value === view.decision?.resolution);
  const element = { type: 'static_select', action_id: 'value', options, ...(own && { initial_option: own }) };
  return { type: 'input', block_id: 'resolution', label: plain(words.steps.approve.what, limits.label), element };
}

/** The values filled in. */
export interface CaseModalInput {
  reference: string;
  kind: CaseModalKind;
  /** The ruling that the form was opened to correct. */
  again?: z.infer<typeof againSchema> | undefined;
  resolution?: string | undefined;
  reason: string;
  /** A user of Slack. */
  colleague?: string | undefined;
}

/** Reads the modal; throws when it is not one of ours. */
export function readCaseModal(view: SlackView): CaseModalInput {
  return {
    ...metadataSchema.parse(JSON.parse(view.private_metadata)),
    resolution: inputIn(view, 'resolution')?.selected_option?.value,
    colleague: inputIn(view, 'colleague')?.selected_user ?? undefined,
    reason: (inputIn(view, 'reason')?.value ?? '').trim().slice(0, reasonLimit),
  };
}

/** The mistakes in the input, by block; `undefined` if there are none. */
export function mistakesIn({ kind, reason, colleague }: CaseModalInput): Record<string, string> | undefined {
  if (kind === 'assign') return colleague ? undefined : { colleague: asSentence(words.steps.assign.missing) };
  return reason === '' && needsReason(kind) ? { reason: asSentence(words.steps[kind].missing) } : undefined;
}

function needsReason(kind: CaseModalKind): kind is 'approve' | 'uphold' | 'withdraw' {
  return kind === 'approve' || kind === 'uphold' || kind === 'withdraw';
}

/** The step that was meant; `undefined` where the policy does not give what is to be granted. */
export function stepOf(
  { kind, resolution, reason, again }: CaseModalInput,
  view: CaseView,
  by: Agent,
  to: Agent | undefined,
): AgentEvent | undefined {
  if (kind === 'assign') return to && { type: 'assign', by, to };
  if (kind === 'withdraw') return { type: 'withdraw', by, note: reason };
  if (kind === 'hand-back') return { type: 'handBack', by, summary: reason };
  if (kind === 'close') return { type: 'close', by, note: reason };
  const ruling = rulingOn(view, { ruling: kind, resolution, reason });
  return ruling && { type: 'rule', by, ruling, corrects: correctedBy(again) };
}
