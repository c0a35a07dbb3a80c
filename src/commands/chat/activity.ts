import { z } from 'zod';
import { titles } from '../../dialogs/wording/copy.ts';
import type { StoredActivity } from '../../store/store.ts';

const questionSchema = z.object({
  kind: z.literal('question'),
  input: z.enum(['choice', 'multi-choice', 'yes-no', 'date', 'number', 'text']),
  choices: z.array(z.object({ value: z.string(), title: z.string() })),
  allowsUnknown: z.boolean(),
  atMost: z.number(),
});

/** The parts of a stored message that a terminal can show. */
const activitySchema = z.object({
  text: z.string().optional(),
  value: z.json().optional(),
  from: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown().optional() })).optional(),
  suggestedActions: z.object({ actions: z.array(z.object({ title: z.string(), value: z.string() })) }).optional(),
  channelData: z.object({ clientActivityID: z.unknown().optional(), returns: z.unknown().optional() }).optional(),
});

export type AskedInTerminal = Pick<z.infer<typeof questionSchema>, 'input' | 'allowsUnknown' | 'atMost'> & {
  /** What can be chosen by number; `say` is what a number stands for where the conversation itself counts otherwise. */
  offers: { title: string; say?: string }[];
};

/** A stored message, read for the terminal. */
export interface Shown {
  isCustomers: boolean;
  /** The name of a person who speaks for the shop. */
  speaker?: string | undefined;
  text: string;
  cards: unknown[];
  question?: AskedInTerminal | undefined;
  /** The key that a client gave it. */
  clientKey?: string | undefined;
}

/** Reads a stored message; `userId` is the customer's. */
export function readActivity({ activity }: StoredActivity, userId: string): Shown {
  const { text, value, from, attachments = [], suggestedActions, channelData } = activitySchema.parse(activity);
  const isCustomers = from?.id === userId;
  const key = channelData?.clientActivityID;
  return {
    isCustomers,
    ...(!isCustomers && { speaker: from?.name }),
    // A card's submit has no words.
    text: text ?? (value === undefined ? '' : JSON.stringify(value)),
    cards: attachments
      .filter(({ contentType }) => contentType.endsWith('.card.adaptive'))
      .map(({ content }) => content),
    ...(!isCustomers && { question: questionIn(channelData?.returns, suggestedActions?.actions ?? []) }),
    ...(typeof key === 'string' && { clientKey: key }),
  };
}

function questionIn(returns: unknown, buttons: { title: string; value: string }[]): AskedInTerminal | undefined {
  const parsed = questionSchema.safeParse(returns);
  if (!parsed.success) return undefined;
  const { input, choices, allowsUnknown, atMost } = parsed.data;
  const days = input === 'date' ? buttons.filter(({ title }) => title !== titles.unknown) : [];
  const offers = [
    ...choices.map(({ title }) => ({ title })),
    ...days.map(({ title, value }) => ({ title, say: value })),
  ];
  return { input, offers, allowsUnknown, atMost };
}
