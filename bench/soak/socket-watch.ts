import { setTimeout as wait } from 'node:timers/promises';
import type { Findings } from './findings.ts';
import { positionOf } from './transcript.ts';
import { type Activity, setSchema, type WebsiteChat } from './website-chat.ts';

const PAUSE_MS = 100;

/** A customer's socket, which comes back by itself where it was. */
export interface SocketWatch {
  /** All that came, each once, in the order of its first coming. */
  received: Activity[];
  /** Resolves once a message at this position has come. */
  until(position: number): Promise<void>;
  end(): void;
}

/** Watches a conversation over a WebSocket, at the base next in turn after each close; notes repeats and wrong order. */
export function watchSocket(chat: WebsiteChat, nextBase: () => string, findings: Findings): SocketWatch {
  const received: Activity[] = [];
  const texts = new Map<string, string>();
  let watermark = '0';
  let socket: WebSocket | undefined;
  let isEnded = false;

  function take(activity: Activity): void {
    if (activity.type === 'typing') return;
    const text = JSON.stringify(activity);
    const before = texts.get(activity.id);
    if (before === undefined) {
      if (positionOf(activity.id) !== received.length + 1)
        findings.fault('order', `${activity.id} came over the socket`);
      texts.set(activity.id, text);
      received.push(activity);
    } else {
      findings.repeated += 1;
      if (before !== text) findings.fault('repeat', `${activity.id} came again with another content`);
    }
  }

  function connect(): void {
    if (isEnded) return;
    const origin = nextBase().replace(/^http/, 'ws');
    const address = `${origin}/v3/directline/conversations/${chat.id}/stream?watermark=${watermark}&t=${chat.token}`;
    const own = new WebSocket(address);
    socket = own;
    own.addEventListener('message', ({ data }) => {
      if (data === '') return;
      const set = setSchema.parse(JSON.parse(String(data)));
      set.activities.forEach(take);
      ({ watermark } = set);
    });
    own.addEventListener('error', () => undefined);
    own.addEventListener('close', () => setTimeout(connect, PAUSE_MS).unref());
  }

  connect();
  return {
    received,
    async until(position) {
      while (received.length < position) await wait(10);
    },
    end() {
      isEnded = true;
      socket?.close();
    },
  };
}
