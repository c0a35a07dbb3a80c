import { asWritten } from '../../src/desk/chatwoot/card/markdown.ts';
import { readRuling } from '../../src/desk/chatwoot/commands.ts';
import { maskPersonalData } from '../../src/dialogs/reading/second-reader/masking.ts';
import { type HostileReader, hostileReaders, hostileToMasking } from '../../test/language/hostile.ts';
import { table } from '../table.ts';

const readers: readonly HostileReader[] = [
  ...hostileReaders,
  {
    name: 'maskPersonalData',
    read: maskPersonalData,
    messages: hostileToMasking,
    limitMs: 5,
  },
  {
    name: 'asWritten',
    read: asWritten,
    messages: [...['\\', ' ', '1', '://'].map((piece) => piece.repeat(8_192)), `${'\n'.repeat(8_000)}-`],
    limitMs: 20,
  },
  {
    name: 'readRuling',
    read: readRuling,
    messages: [' ', 'a', ' a', '\n', ':'].map((piece) => `/rule approve ${piece.repeat(150_000 / piece.length)}`),
    limitMs: 50,
  },
];

const rows = readers.map(({ name, read, messages, limitMs }) => {
  const worstMs = Math.max(...messages.map((message) => fastestMs(() => read(message))));
  if (worstMs > limitMs) process.exitCode = 1;
  return [name, String(messages.length), worstMs.toFixed(2), String(limitMs), worstMs > limitMs ? 'too slow' : 'ok'];
});
console.log('\nThe worst message of each reader, its fastest of ten runs in milliseconds.\n');
console.log(table([['reader', 'messages', 'worst', 'limit', ''], ...rows]));

/** Others may have the processor during some of the runs; the first, in which the code is compiled, does not count. */
function fastestMs(run: () => unknown): number {
  run();
  const times = Array.from({ length: 10 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
