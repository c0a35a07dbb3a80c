/** A turn as it is traced. */
interface TurnTrace {
  /** 32 hexadecimal digits, which are the id of the trace, too. */
  turnId: string;
  conversationId: string;
  policy: string;
  event: string;
  startedMs: number;
  commitStartedMs: number;
  endedMs: number;
}

/** Sends what happens to whoever collects traces; nothing of it holds a text, an address or a token. */
export interface Tracing {
  request(request: { method: string; route: string; status: number; startedMs: number; endedMs: number }): void;
  turn(turn: TurnTrace): void;
  effect(effect: {
    turnId: string;
    kind: string;
    outcome: string;
    attempt: number;
    startedMs: number;
    endedMs: number;
  }): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}
