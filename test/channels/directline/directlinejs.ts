import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import XMLHttpRequest from 'xhr2';

// The client is written for browsers; Node has a WebSocket of its own.
globalThis.XMLHttpRequest = XMLHttpRequest;

/** The stock client of Bot Framework, talking to `base`; to be ended with `end`. */
export function connectClient(
  base: string,
  options: { token: string; webSocket: boolean; conversationId?: string; watermark?: string },
) {
  const client = new DirectLine({ domain: `${base}/v3/directline`, pollingInterval: 200, timeout: 500, ...options });
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
    post: (text: string, rest: object = {}) =>
      new Promise<string>((resolve, reject) => {
        client
          .postActivity({ type: 'message', text, from: { id: '' }, ...rest } as Activity)
          .subscribe(resolve, reject);
      }),
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
