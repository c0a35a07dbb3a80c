// What we use of Web Chat's bundle; its own types come with its whole tree of packages.

/** DirectLineJS; it refreshes its token by itself. */
export interface DirectLine {
  readonly token: string;
  postActivity(activity: OutgoingActivity): Observable;
  end(): void;
}

/** A message as Web Chat hands it over. */
export interface OutgoingActivity {
  type: string;
  text?: string;
  attachments?: unknown[];
  channelData: { clientActivityID: string };
}

/** As much of RxJS as Web Chat needs of what `postActivity` returns: the id of the message. */
interface Observable {
  subscribe(observer: { next(id: string): void; error(error: unknown): void; complete(): void }): {
    unsubscribe(): void;
  };
}

/** Actions of Web Chat's store: messages that are sent, and what becomes of them. */
export type Action =
  | { type: 'WEB_CHAT/SEND_MESSAGE'; payload: { text?: string; attachments?: { blob: Blob }[] }; meta?: unknown }
  | {
      type: `DIRECT_LINE/POST_ACTIVITY_${'PENDING' | 'FULFILLED' | 'REJECTED' | 'IMPEDED'}`;
      payload: { activity: { attachments?: unknown[] }; status?: number };
      meta: { clientActivityID: string };
    }
  | {
      type: 'DIRECT_LINE/INCOMING_ACTIVITY';
      payload: { activity: { type: string; from: { role: string }; channelData?: { talk?: string } } };
      meta?: unknown;
    };

/** A middleware of Redux, which Web Chat's store is. */
export type Middleware = () => (next: (action: Action) => unknown) => (action: Action) => unknown;

interface WebChatSettings {
  directLine: DirectLine;
  store: unknown;
  locale: string;
  nonce: string | undefined;
  styleOptions: object;
  adaptiveCardsHostConfig: object;
  overrideLocalizedStrings: Record<string, string>;
}

declare global {
  interface Window {
    WebChat: {
      createDirectLine(settings: {
        domain: string;
        token: string;
        webSocket: boolean;
        pollingInterval: number;
      }): DirectLine;
      createStore(initial: object, ...middleware: Middleware[]): unknown;
      renderWebChat(settings: WebChatSettings, place: Element): void;
    };
  }
}
