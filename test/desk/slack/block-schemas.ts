import { z } from 'zod';

/** Block Kit as far as it is used, with Slack's published limits; anything else is refused, as Slack does. */
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const actionId = z.string().min(1).max(255);
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) });
const options = z.array(option).min(1).max(100);

const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plain(75),
  value: z.string().max(2_000).optional(),
  url: z.url().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: z.strictObject({ title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30) }).optional(),
});
const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: actionId,
    options,
    initial_option: option.optional(),
    placeholder: plain(150).optional(),
  })
  .refine(({ options: all, initial_option: one }) => !one || all.some((each) => equal(each, one)), 'unknown initial');
const multiSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  action_id: actionId,
  options,
  placeholder: plain(150).optional(),
});
const element = z.union([
  button,
  z.strictObject({ type: z.literal('users_select'), action_id: actionId }),
  staticSelect,
  multiSelect,
  z.strictObject({ type: z.literal('datepicker'), action_id: actionId }),
  z.strictObject({ type: z.literal('datetimepicker'), action_id: actionId }),
  z.strictObject({
    type: z.literal('number_input'),
    action_id: actionId,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    multiline: z.boolean().optional(),
    max_length: z.number().int().min(1).max(3_000).optional(),
  }),
]);

/** Rich text is literal; mentions and links would be elements of their own, which are not used. */
const richText = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(3_000),
  style: z.strictObject({ bold: z.boolean() }).optional(),
});
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richText).min(1) });
const blockId = z.string().min(1).max(255).optional();

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(150) }),
  z.strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: plain(3_000),
    accessory: element.optional(),
  }),
  z.strictObject({ type: z.literal('context'), block_id: blockId, elements: z.array(plain(3_000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(element).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    optional: z.boolean().optional(),
    label: plain(2_000),
    hint: plain(2_000).optional(),
    element,
  }),
  z.strictObject({
    type: z.literal('rich_text'),
    block_id: blockId,
    elements: z
      .array(
        z.union([
          richSection,
          z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(richText).min(1) }),
          z.strictObject({
            type: z.literal('rich_text_list'),
            style: z.literal('bullet'),
            elements: z.array(richSection).min(1),
          }),
        ]),
      )
      .min(1),
  }),
]);

const unique = (blocks: { block_id?: string | undefined }[]): boolean => {
  const ids = blocks.flatMap(({ block_id: id }) => (id === undefined ? [] : [id]));
  return new Set(ids).size === ids.length;
};

/** The blocks of a message; Slack also refuses messages with too much text in all. */
export const messageBlocks = z
  .array(block)
  .max(50)
  .refine(unique, 'block ids repeat')
  .refine((blocks) => shownText(blocks).length <= 13_000, 'msg_blocks_too_long');

export const modalSchema = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: z.string().max(255),
    private_metadata: z.string().max(3_000).optional(),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    blocks: z.array(block).min(1).max(100).refine(unique, 'block ids repeat'),
  })
  .refine(({ submit, blocks }) => submit || blocks.every(({ type }) => type !== 'input'), 'inputs need a submit');
export type Modal = z.infer<typeof modalSchema>;

/** Every text that people see in blocks, one a line. */
export function shownText(blocks: unknown): string {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        if (name === 'text' && typeof each === 'string') texts.push(each);
        else visit(each);
      }
    }
  };
  visit(blocks);
  return texts.join('\n');
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
