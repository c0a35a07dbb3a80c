import { z } from 'zod';

/** The part of a bot's message that tells a customer what to say next; see `channelData.returns` in the protocol. */
export const messageSchema = z.object({
  type: z.string(),
  replyToId: z.string().optional(),
  channelData: z
    .object({
      returns: z.object({
        kind: z.string(),
        input: z.string().optional(),
        choices: z.array(z.object({ title: z.string() })).optional(),
        allowsUnknown: z.boolean().optional(),
      }),
    })
    .optional()
    .catch(undefined),
});

/** A message of the bot, as far as the benchmark reads it. */
export type Message = z.infer<typeof messageSchema>;

/** Says something to a bot; resolves when its answer has arrived. */
export type Say = (text: string) => Promise<Message>;

/** The next thing to say: an answer to each question, and from the start again once there is a decision. */
export function answerTo({ channelData }: Message): string {
  const { kind, input, choices = [], allowsUnknown } = channelData?.returns ?? {};
  if (kind === undefined) return 'hello';
  if (kind !== 'question') return 'start over';
  const [first] = choices;
  if (input === 'multi-choice') return 'none';
  if (first) return first.title;
  if (allowsUnknown) return "I don't know";
  return input === 'date' ? '2026-11-10' : input === 'number' ? '100' : 'yes';
}

/** True for the message that ends a turn: a bot that asks and decides says so, any other has one message. */
export function endsTurn({ type, channelData }: Message, isOurs: boolean): boolean {
  return type === 'message' && (!isOurs || channelData !== undefined);
}
