import type { EventEmitter } from 'node:events';
import { clearScreenDown, createInterface, cursorTo, moveCursor } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import { paint } from './style.ts';

/** The screen on which a conversation is read and typed: a terminal, or pipes. */
export interface Screen {
  /** True if somebody types at a terminal. */
  isTerminal: boolean;
  /** Columns to write in, as many as there are now. */
  width(): number;
  /** Writes lines; above the prompt if somebody is typing, whose words stay. */
  print(lines: string[]): void;
  /**
   * The next line; `undefined` at the end of input, or once the user leaves. `typed` is false where the screen does not
   * show it yet.
   */
  ask(): Promise<{ text: string; typed: boolean } | undefined>;
  /** Ends the input, also one that is being waited for. */
  leave(): void;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;
const widthOfPipes = 80;

/** A screen on these streams. Ctrl-C leaves, a second one ends the process at once. */
export function createScreen(options: {
  input: ReadStream | NodeJS.ReadableStream;
  output: WriteStream | NodeJS.WritableStream;
  /** Where SIGINT and SIGTERM come from. */
  signals: EventEmitter;
  hasColours: boolean;
  /** True if the output can move its cursor. */
  isPlain: boolean;
}): Screen {
  const { input, output, signals, hasColours } = options;
  const isTerminal = 'isTTY' in input && 'isTTY' in output && input.isTTY && output.isTTY && !options.isPlain;
  const lines = createInterface({ input, terminal: isTerminal, ...(isTerminal && { output, prompt: '> ' }) });
  const waitingLines: { text: string; typed: boolean }[] = [];
  let waiting: ((line: { text: string; typed: boolean } | undefined) => void) | undefined;
  let isClosed = false;
  let isLeaving = false;

  lines.on('line', (text) => {
    const answer = waiting;
    waiting = undefined;
    if (answer) answer({ text, typed: isTerminal });
    else waitingLines.push({ text, typed: false });
    if (!isTerminal) lines.pause();
  });
  lines.on('close', () => {
    isClosed = true;
    waiting?.(undefined);
    waiting = undefined;
  });
  // A terminal in raw mode hands Ctrl-C to readline; a pipe, or another process, sends the signal.
  lines.on('SIGINT', interrupt);
  signals.on('SIGINT', interrupt);
  signals.on('SIGTERM', leave);

  return {
    isTerminal,
    width: () => Math.min('columns' in output ? output.columns || widthOfPipes : widthOfPipes, widest),
    print(printed) {
      const text = `${paint(printed.join('\n'), hasColours)}\n`;
      if (!isTerminal) {
        output.write(text);
        return;
      }
      const { rows } = lines.getCursorPos();
      moveCursor(output, 0, -rows);
      cursorTo(output, 0);
      clearScreenDown(output);
      output.write(text);
      // Else readline would go up as many rows as its line had where it stood before.
      Object.assign(lines, { prevRows: 0 });
      if (waiting) lines.prompt(true);
    },
    async ask() {
      const next = waitingLines.shift();
      if (next || isClosed) return next;
      return new Promise((resolve) => {
        waiting = resolve;
        if (isTerminal) lines.prompt(true);
        else lines.resume();
      });
    },
    leave,
  };

  function leave(): void {
    isLeaving = true;
    waitingLines.length = 0;
    if (!isClosed) lines.close();
  }

  function interrupt(): void {
    if (isLeaving) process.exit(130);
    leave();
  }
}
