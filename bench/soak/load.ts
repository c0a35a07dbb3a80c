import { setTimeout as wait } from 'node:timers/promises';
import { newChannelChat } from './channel-chat.ts';
import type { Findings } from './findings.ts';
import type { Receiver } from './receiver.ts';
import { watchSocket } from './socket-watch.ts';
import { checkTranscript } from './transcript.ts';
import { type Acknowledged, openWebsiteChat } from './website-chat.ts';

/** After so long a reply that has not come to the channel is lost. */
const LOST_AFTER_MS = 60_000;
const texts = ['It does not work properly', "I don't know", '2026-10-01', 'none', '2 years', 'start over'];
const handOff = 'I want to talk to a human';

/** How many customers chat at once, and how much each says in a conversation. */
export interface LoadSize {
  website: number;
  channel: number;
  turns: number;
}

/** Customers who go on until they are stopped. */
export interface Load {
  /** Ends every conversation where it is, and holds each against what was sent and what came. */
  stop(): Promise<void>;
}

/** Starts customers of both channels, who begin a new conversation after each; each one is checked at its end. */
export function startLoad(
  { website, channel, turns }: LoadSize,
  deps: { nextBase: () => string; receiver: Receiver; findings: Findings },
): Load {
  const { nextBase, receiver, findings } = deps;
  let isStopped = false;
  const filed: Promise<void>[] = [];

  async function visit(): Promise<void> {
    const chat = await openWebsiteChat(nextBase, findings);
    const socket = watchSocket(chat, nextBase, findings);
    const sent: Acknowledged[] = [];
    for (let turn = 0; turn < turns && !isStopped; turn += 1)
      sent.push(await chat.say(texts[turn % texts.length] ?? ''));
    sent.push(await chat.say(handOff));
    const all = await chat.all();
    checkTranscript(all, sent, findings);
    await socket.until(all.length);
    socket.end();
  }

  async function write(): Promise<void> {
    const chat = newChannelChat(nextBase, receiver.serviceUrl, findings);
    const sent: { id: string; at: number }[] = [];
    for (let turn = 0; turn < turns && !isStopped; turn += 1) {
      sent.push({ id: await chat.say(texts[turn % texts.length] ?? ''), at: performance.now() });
    }
    // Others write meanwhile.
    filed.push(answered(chat.id, sent));
  }

  /** Waits until every message has its replies on the channel, and checks that the last is the last. */
  async function answered(conversationId: string, sent: readonly { id: string; at: number }[]): Promise<void> {
    const missing = () => {
      const came = new Set(receiver.arrivals(conversationId).map(({ replyToId }) => replyToId));
      return sent.filter(({ id }) => !came.has(id));
    };
    const begin = performance.now();
    while (missing().length > 0 && performance.now() - begin < LOST_AFTER_MS) await wait(20);
    findings.took('replies after the last message', performance.now() - begin);
    for (const { id } of missing()) findings.fault('lost', `${id} has no reply on the channel`);
    const order = [...new Set(receiver.arrivals(conversationId).flatMap(({ replyToId }) => replyToId ?? []))];
    const known = sent.map(({ id }) => id).filter((id) => order.includes(id));
    if (order.join() !== known.join()) findings.fault('order', `${conversationId} was answered in another order`);
  }

  const forever = async (chat: () => Promise<void>): Promise<void> => {
    while (!isStopped) await chat();
  };
  const customers = [
    ...Array.from({ length: website }, () => forever(visit)),
    ...Array.from({ length: channel }, () => forever(write)),
  ];
  return {
    async stop() {
      isStopped = true;
      await Promise.all(customers);
      await Promise.all(filed);
    },
  };
}
