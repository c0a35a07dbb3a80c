import { z } from 'zod';
import { renderFor } from '../../dialogs/wording/rendering/render.ts';
import { type Button, replySchema } from '../../dialogs/wording/replies/reply.ts';
import { UNKNOWN } from '../../policy/engine/diagram/variables.ts';
import type { StoredActivity } from '../../store/store.ts';

const questionSchema = z.object({
  kind: z.literal('question'),
  input: z.enum(['choice', 'multi-choice', 'yes-no', 'date', 'number', 'text']),
  choices: z.array(z.object({ value: z.string(), title: z.string() })),
  allowsUnknown: z.boolean(),
  atMost: z.number(),
});

const fromSchema = z.object({ id: z.string().optional(), name: z.string().optional() });

/** The parts of a stored message that a terminal can show. */
const activitySchema = z.object({
  text: z.string().optional(),
  value: z.json().optional(),
  from: fromSchema.optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown().optional() })).optional(),
  channelData: z.object({ clientActivityID: z.unknown().optional(), returns: z.unknown().optional() }).optional(),
});

export type AskedInTerminal = Pick<z.infer<typeof questionSchema>, 'input' | 'allowsUnknown' | 'atMost'> & {
  /**
   * The choices that have a number; `say` is what a number stands for where the conversation itself counts otherwise.
   */
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
  const isCustomers = fromSchema.safeParse(activity.from).data?.id === userId;
  const shown = isCustomers ? activity : renderFor('directline', activity);
  const { text, value, from, attachments = [], channelData } = activitySchema.parse(shown);
  const key = channelData?.clientActivityID;
  const reply = isCustomers ? undefined : replySchema.parse(activity);
  return {
    isCustomers,
    ...(!isCustomers && { speaker: from?.name }),
    // Who speaks stands above what they say; a card's submit has no words.
    text: reply?.ownWords ?? text ?? (value === undefined ? '' : JSON.stringify(value)),
    cards: attachments
      .filter(({ contentType }) => contentType.endsWith('.card.adaptive'))
      .map(({ content }) => content),
    ...(reply && { question: questionIn(channelData?.returns, reply.buttons ?? []) }),
    ...(typeof key === 'string' && { clientKey: key }),
  };
}

function questionIn(returns: unknown, buttons: Button[]): AskedInTerminal | undefined {
  const parsed = questionSchema.safeParse(returns);
  if (!parsed.success) return undefined;
  const { input, choices, allowsUnknown, atMost } = parsed.data;
  const days = input === 'date' ? buttons.flatMap(dayOffered) : [];
  const offers = [...choices.map(({ title }) => ({ title })), ...days];
  return { input, offers, allowsUnknown, atMost };
}

/** One of the days that an answer could have meant. */
function dayOffered({ title, action }: Button): { title: string; say: string }[] {
  const isDay = 'answer' in action && typeof action.answer === 'string' && action.answer !== UNKNOWN;
  return isDay ? [{ title, say: String(action.answer) }] : [];
}
