import { randomUUID } from 'node:crypto';
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import XMLHttpRequest from 'xhr2';

// The client is written for browsers; Node has a WebSocket of its own.
Object.assign(globalThis, { XMLHttpRequest });

/** The stock client of Bot Framework, talking to `base`; to be ended with `end`. */
export function connectClient(
  base: string,
  options: { token: string; webSocket: boolean; conversationId?: string; watermark?: string },
) {
  // How long the client waits for an answer is also how long it waits before it tries again; where it polls, one late
  // answer ends it.
  const timeout = options.webSocket ? 500 : 20_000;
  const client = new DirectLine({ domain: `${base}/v3/directline`, pollingInterval: 200, timeout, ...options });
  const received: Activity[] = [];
  let changed = () => {};
  const subscription = client.activity$.subscribe((activity) => {
    received.push(activity);
    changed();
  });
  return {
    client,
    received,
    texts: () => received.map((activity) => (activity.type === 'message' ? activity.text : activity.type)),
    /** Posts a message as Web Chat does and resolves with the id it got. */
    async post(text: string, rest: object = {}): Promise<string> {
      const activity = {
        type: 'message',
        text,
        from: { id: '' },
        channelData: { clientActivityID: randomUUID() },
        ...rest,
      };
      const once = () =>
        new Promise<string>((resolve, reject) => {
          client.postActivity(activity as Activity).subscribe(resolve, reject);
        });
      // The client's word for no answer in its half second; the id of the activity keeps it from being taken twice.
      let id = await once();
      while (id === 'retry') id = await once();
      return id;
    },
    /** Resolves once `count` activities have come. */
    async until(count: number): Promise<void> {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          changed = resolve;
        });
      }
    },
    status: () => ConnectionStatus[client.connectionStatus$.getValue()],
    end() {
      // In this order: ending is an error to whoever still listens.
      subscription.unsubscribe();
      client.end();
    },
  };
}
