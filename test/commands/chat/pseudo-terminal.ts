import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { environmentOn, waitFor } from '../command.ts';

export const keys = { enter: '\r', controlC: '\u0003', controlD: '\u0004' } as const;
const rows = 40;

/** Runs a command in a real terminal of its own, where a test types and reads as a person does. */
export function startTerminal(
  args: string[],
  dataDir: string,
  { columns = 60, ...settings }: { columns?: number; NO_COLOR?: string } = {},
) {
  const terminal = spawn(process.execPath, ['src/cli.ts', ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: { ...environmentOn(dataDir), TERM: 'xterm-256color', ...settings },
  });
  const emulator = new headless.Terminal({ cols: columns, rows, scrollback: 1_000, allowProposedApi: true });
  let written = '';
  let exitCode: number | undefined;
  terminal.onData((text) => {
    written += text;
    emulator.write(text);
  });
  terminal.onExit((exit) => {
    exitCode = exit.exitCode;
  });
  onTestFinished(() => {
    if (exitCode === undefined) terminal.kill('SIGKILL');
    emulator.dispose();
  });
  const says = (words: string, from = 0): Promise<void> =>
    waitFor(
      () => written.slice(from).includes(words),
      () => `"${words}" in ${JSON.stringify(written.slice(from))}`,
    );
  return {
    says,
    type: (text: string) => terminal.write(text),
    /** All that the program wrote, with its escape sequences. */
    written: () => written,
    /** Waits for words that are written after an act; resolves to all that is written after it. */
    async after(act: () => void, words: string): Promise<string> {
      const before = written.length;
      act();
      await says(words, before);
      return written.slice(before);
    },
    resize(to: number): void {
      terminal.resize(to, rows);
      emulator.resize(to, rows);
    },
    /** What a person sees, scrolled-off lines included, a string a row. */
    async rows(): Promise<string[]> {
      await new Promise<void>((resolve) => emulator.write('', resolve));
      const { length, getLine } = emulator.buffer.active;
      const seen = Array.from({ length }, (_, row) =>
        getLine.call(emulator.buffer.active, row)?.translateToString(true),
      );
      return seen.map((row) => row ?? '');
    },
    async ended(): Promise<number> {
      await waitFor(
        () => exitCode !== undefined,
        () => `the end of ${written}`,
      );
      return exitCode ?? -1;
    },
  };
}
