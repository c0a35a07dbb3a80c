import { z } from 'zod';
import type { Policy } from '../../../policy/format/load.ts';
import { plainLine } from '../../case/text/case-text.ts';
import { checkText } from '../../check/check-text.ts';
import type { PolicyCheck } from '../../check/policy-check.ts';
import { words } from '../../words/words.ts';
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
    title: plain(words.check.title, limits.title),
    submit: plain(words.check.decide, limits.title),
    close: plain(words.steps.done, limits.title),
    blocks: [
      ...result,
      ...(result.length ? [{ type: 'divider' }] : []),
      { type: 'section', block_id: 'shop', text: plain(words.check.shop, limits.section), accessory: choose },
      ...factInputs(policy),
      input(extra.orderNumber, words.check.orderNumber, {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: 60,
      }),
      input(extra.email, words.check.email, { type: 'plain_text_input', action_id: 'value', max_length: 120 }),
      input(extra.story, words.check.story, {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: 1_000,
      }),
      actions([button(words.check.file, checkActions.file, 'file')]),
    ] satisfies Block[],
  };
}

/** The modal once its case is filed. */
export function filedView(text: string) {
  return {
    type: 'modal' as const,
    callback_id: 'check-filed',
    title: plain(words.check.title, limits.title),
    close: plain(words.steps.done, limits.title),
    blocks: [section(text)],
  };
}

/** The policy that the modal is about; throws if it is not one of ours. */
export function policyOf(view: SlackView): string {
  return metadataSchema.parse(JSON.parse(view.private_metadata)).policy;
}

/** The details given beside the facts. */
export function detailsIn(view: SlackView): { orderNumber?: string; email?: string; story?: string } {
  const given = Object.entries(extra).map(([name, block]) => [name, inputIn(view, block)?.value?.trim()]);
  return Object.fromEntries(given.filter(([, value]) => value));
}

/** A policy's answer, in blocks. */
export function checkResult(check: PolicyCheck, timeZone: string): Block[] {
  const { title, lines, sections } = checkText(check, timeZone);
  return [
    check.kind === 'decision' ? { type: 'header', text: plain(title, limits.header) } : section(title),
    ...lines.map((line) => section(plainLine(line))),
    ...sections.flatMap((one) => list(one.title, one.lines.map(plainLine))),
  ];
}
