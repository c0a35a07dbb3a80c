import { z } from 'zod';

/** As much of Adaptive Cards 1.4 as Teams is sent, and nothing else: whatever is not in here fails a test. */

const look = {
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large']).optional(),
  wrap: z.boolean().optional(),
};
const style = {
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  color: z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
};
const input = { id: z.string().min(1), label: z.string().min(1), value: z.json().optional() };
const required = { isRequired: z.boolean().optional(), errorMessage: z.string().optional() };
const choice = z.strictObject({ title: z.string().min(1), value: z.string().min(1) });

const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('TextBlock'), text: z.string().min(1), ...look, ...style }),
  z.strictObject({
    type: z.literal('RichTextBlock'),
    inlines: z.array(z.strictObject({ type: z.literal('TextRun'), text: z.string().min(1), ...style })).min(1),
    ...look,
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    ...input,
    style: z.enum(['compact', 'expanded']),
    isMultiSelect: z.boolean().optional(),
    wrap: z.boolean().optional(),
    placeholder: z.string().optional(),
    choices: z.array(choice).min(1),
  }),
  z.strictObject({
    type: z.literal('Input.Text'),
    ...input,
    ...required,
    isMultiline: z.boolean().optional(),
    maxLength: z.number().optional(),
  }),
  z.strictObject({ type: z.literal('Input.Date'), ...input }),
  z.strictObject({ type: z.literal('Input.Time'), ...input }),
  z.strictObject({ type: z.literal('Input.Number'), ...input, min: z.number(), max: z.number() }),
]);

const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: z.string().min(1),
  verb: z.string().min(1),
  data: z.record(z.string(), z.json()),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  associatedInputs: z.enum(['auto', 'none']).optional(),
});
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() });
const showCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  title: z.string().min(1),
  card: z.strictObject({ type: z.literal('AdaptiveCard'), body: z.array(element), actions: z.array(execute).max(5) }),
});

export const cardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.4'),
  body: z.array(element).min(1),
  // More than these some clients leave out.
  actions: z.array(z.discriminatedUnion('type', [execute, openUrl, showCard])).max(5),
  msteams: z.strictObject({ width: z.literal('Full') }),
  refresh: z.strictObject({ action: execute, userIds: z.array(z.string()).max(60) }).optional(),
});
export type Card = z.infer<typeof cardSchema>;

export const messageSchema = z.strictObject({
  type: z.literal('message'),
  id: z.string().optional(),
  summary: z.string().min(1),
  attachments: z.tuple([
    z.strictObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: cardSchema }),
  ]),
});

/** What Teams holds of a message. */
const maxBytes = 28 * 1024;

/** What is wrong with a message, if anything. */
export function flawOf(message: unknown): string | undefined {
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success) return z.prettifyError(parsed.error);
  if (Buffer.byteLength(JSON.stringify(message)) > maxBytes) return 'the message is too long';
  const ids = inputIds(parsed.data.attachments[0].content);
  return new Set(ids).size === ids.length ? undefined : 'two inputs share an id';
}

function inputIds({ body, actions }: Card): string[] {
  const own = (elements: z.infer<typeof element>[]) => elements.flatMap((one) => ('id' in one ? [one.id] : []));
  return [...own(body), ...actions.flatMap((action) => ('card' in action ? own(action.card.body) : []))];
}

/** All words on a card, a line each. */
export function wordsOn({ body }: Card): string {
  return body
    .flatMap((one) => {
      if (one.type === 'TextBlock') return [one.text];
      return one.type === 'RichTextBlock' ? [one.inlines.map(({ text }) => text).join('')] : [];
    })
    .join('\n');
}

/** The titles of a card's buttons. */
export function buttonsOn({ actions }: Card): string[] {
  return actions.map(({ title }) => title);
}
