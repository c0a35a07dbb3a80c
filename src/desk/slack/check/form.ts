import { z } from 'zod';
import { describeFee, describeMoney } from '../../../dialogs/wording/summary.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { resolutionInWords } from '../../case/words.ts';
import type { PolicyCheck } from '../../policy-check.ts';
import { actions, type Block, button, limits, list, option, plain, section } from '../card/blocks.ts';
import { inputIn, type SlackView } from '../events.ts';
import { factInputs, input } from './inputs.ts';

/** The modal in which a policy is run for somebody on the phone, and what can be done in it. */
export const checkModal = 'check-modal';
export const checkActions = { policy: 'check-policy', file: 'check-file' } as const;

const metadataSchema = z.object({ policy: z.string() });
const extra = { orderNumber: 'order-number', email: 'email', story: 'story' } as const;

/** The modal for a policy, with what the policy says of the facts so far on top. */
export function checkView(policy: Policy, policies: Policy[], result: Block[] = []) {
  const shops = policies.slice(0, limits.options).map(({ file }) => option(file.name, file.id));
  const choose = {
    type: 'static_select',
    action_id: checkActions.policy,
    options: shops,
    initial_option: shops.find(({ value }) => value === policy.file.id),
  };
  return {
    type: 'modal' as const,
    callback_id: checkModal,
    private_metadata: JSON.stringify({ policy: policy.file.id }),
    title: plain('Run the policy', limits.title),
    submit: plain('Decide', limits.title),
    close: plain('Done', limits.title),
    blocks: [
      ...result,
      ...(result.length ? [{ type: 'divider' }] : []),
      { type: 'section', block_id: 'shop', text: plain('Shop', limits.section), accessory: choose },
      ...factInputs(policy),
      input(extra.orderNumber, 'Order number', { type: 'plain_text_input', action_id: 'value', max_length: 60 }),
      input(extra.email, 'E-mail of the order', { type: 'plain_text_input', action_id: 'value', max_length: 120 }),
      input(extra.story, 'What the customer says, and how to reach them', {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: 1_000,
      }),
      actions([button('File the case', checkActions.file, 'file')]),
    ] satisfies Block[],
  };
}

/** What the modal becomes once its case is filed. */
export function filedView(text: string) {
  return {
    type: 'modal' as const,
    callback_id: 'check-filed',
    title: plain('Run the policy', limits.title),
    close: plain('Done', limits.title),
    blocks: [section(text)],
  };
}

/** Which policy the modal is about; throws when it is not one of ours. */
export function policyOf(view: SlackView): string {
  return metadataSchema.parse(JSON.parse(view.private_metadata)).policy;
}

/** What was told beside the facts. */
export function detailsIn(view: SlackView): { orderNumber?: string; email?: string; story?: string } {
  const told = Object.entries(extra).map(([name, block]) => [name, inputIn(view, block)?.value?.trim()]);
  return Object.fromEntries(told.filter(([, value]) => value));
}

/** What a policy says, in blocks. */
export function checkResult(check: PolicyCheck): Block[] {
  if (check.kind === 'error') return [section(`These facts do not go together: ${check.error.message}.`)];
  if (check.kind === 'undecided') {
    const { ask, missing } = check;
    return [
      section(`Not decided yet. Ask next: ${ask.question}`),
      ...list(
        'This can still change it',
        missing.map(({ label }) => label),
      ),
    ];
  }
  const { decision } = check;
  return [
    { type: 'header', text: plain(`The policy says: ${resolutionInWords(decision.resolution)}`, limits.header) },
    ...list('Because', decision.clauses.map(clauseLine)),
    ...list('With it', decision.terms.map(clauseLine)),
    ...list('Figures', figuresOf(decision)),
    ...list('If it were known', (decision.review ?? []).map(reviewLine)),
  ];
}

type Decided = Extract<PolicyCheck, { kind: 'decision' }>['decision'];

function clauseLine({ title, text }: Decided['clauses'][number]): string {
  return `${title}. ${text}`;
}

function figuresOf({ feePercent, fee, refund, deadline, sendBy, alternatives }: Decided): string[] {
  return [
    ...(feePercent === undefined ? [] : [`Fee: ${feePercent} % of the price`]),
    ...(fee ? [`Fee: ${describeFee(fee)}`] : []),
    ...(refund ? [`Refund: ${describeMoney(refund.amount, refund.currency)}`] : []),
    ...(deadline ? [`The form by ${deadline}`] : []),
    ...(sendBy ? [`Sent by ${sendBy}`] : []),
    ...(alternatives ? [`Also possible: ${alternatives.map(resolutionInWords).join(', ')}`] : []),
  ];
}

function reviewLine({ fact, answers }: NonNullable<Decided['review']>[number]): string {
  return `${fact}: ${answers.map(({ value, resolution }) => `${String(value)} → ${resolutionInWords(resolution)}`).join('; ')}`;
}
