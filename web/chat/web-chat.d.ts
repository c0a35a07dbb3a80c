// What we use of Web Chat's bundle; its own types come with its whole tree of packages.

/** DirectLineJS; it refreshes its token by itself. */
export interface DirectLine {
  readonly token: string;
}

/** Actions of Web Chat's store: messages that are sent, and what becomes of them. */
export type Action =
  | { type: 'WEB_CHAT/SEND_MESSAGE'; payload: { text?: string; attachments?: { blob: Blob }[] }; meta?: unknown }
  | {
      type: `DIRECT_LINE/POST_ACTIVITY_${'PENDING' | 'FULFILLED' | 'REJECTED' | 'IMPEDED'}`;
      payload: { activity: { attachments?: unknown[] }; status?: number };
      meta: { clientActivityID: string };
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
      createDirectLine(settings: { domain: string; token: string; webSocket: boolean }): DirectLine;
      createStore(initial: object, middleware: Middleware): unknown;
      renderWebChat(settings: WebChatSettings, place: Element): void;
    };
  }
}
