import { z } from 'zod';

/** The action of a button; ids alone, so that its text is for people and can be in any language. */
export const actionSchema = z.union([
  z.object({
    questionId: z.string(),
    answer: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
    /** Of a button below facts that are shown back: which ones; see `shown-back.ts`. */
    shown: z.string().optional(),
  }),
  /** `fact`: the one to change. */
  z.object({ command: z.enum(['human', 'change', 'back', 'start-over', 'help']), fact: z.string().optional() }),
]);
export type Action = z.infer<typeof actionSchema>;

const buttonSchema = z.object({ title: z.string(), action: actionSchema });
export type Button = z.infer<typeof buttonSchema>;

const rowSchema = z.object({ title: z.string(), value: z.string() });
export type Row = z.infer<typeof rowSchema>;

/** A question with several answers at once; `ticked` are the values that were named before. */
const checklistSchema = z.object({
  kind: z.literal('checklist'),
  questionId: z.string(),
  label: z.string(),
  choices: z.array(rowSchema),
  ticked: z.array(z.string()).optional(),
  send: z.string(),
  none: z.string(),
});

/** A decision: its figures, then sections of Markdown lines, then the note below. */
const decisionCardSchema = z.object({
  kind: z.literal('decision'),
  headline: z.string(),
  figures: z.array(rowSchema),
  sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  note: z.string(),
  form: z.object({ title: z.string(), url: z.string() }).optional(),
  buttons: z.array(buttonSchema),
});

const cardSchema = z.discriminatedUnion('kind', [checklistSchema, decisionCardSchema]);
export type Card = z.infer<typeof cardSchema>;
export type Checklist = z.infer<typeof checklistSchema>;
export type DecisionCard = z.infer<typeof decisionCardSchema>;

const attachmentSchema = z.looseObject({
  contentType: z.string(),
  name: z.string().optional(),
  contentUrl: z.string().optional(),
  fileId: z.string().optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/**
 * A message of ours as it is stored: what it says and offers. How buttons and cards look is settled when it is rendered
 * for a channel. Replies older than this shape have the activity of Direct Line in their place.
 */
export const replySchema = z.looseObject({
  /** Markdown. */
  text: z.string().default(''),
  textFormat: z.string().optional(),
  /** The language of what a channel itself has to say. */
  language: z.string().optional(),
  /** A person at the shop who says it. */
  from: z.looseObject({ id: z.string(), name: z.string() }).optional(),
  /** That person's own words, without their name. */
  ownWords: z.string().optional(),
  inputHint: z.string().optional(),
  channelData: z.object({ returns: z.json().optional(), talk: z.literal('moved').optional() }).optional(),
  buttons: z.array(buttonSchema).optional(),
  card: cardSchema.optional(),
  /** Files that a person sends; of older replies, cards. */
  attachments: z.array(attachmentSchema).optional(),
});
export interface Reply {
  type: 'message';
  text: string;
  textFormat: 'markdown';
  language?: string;
  from?: { id: string; name: string; role: string };
  ownWords?: string;
  inputHint?: 'expectingInput';
  channelData?: { returns: object };
  buttons?: Button[];
  card?: Card;
  attachments?: Attachment[];
}

/** A plain message of the assistant, in Markdown. */
export function message(text: string): Reply {
  return { type: 'message', text, textFormat: 'markdown' };
}
