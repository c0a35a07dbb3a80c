import { describe, expect, test } from 'vitest';
import { hostileReaders } from './hostile.ts';

// How long it takes is measured by `npm run bench`; what grows with a power of the length would not come to an end here.
describe.each(hostileReaders)('$name', ({ read, messages }) => {
  test.each(messages.map((message) => [message.slice(0, 12), message]))('reads 4 KB of %j to the end', (_, message) => {
    expect(() => read(message)).not.toThrow();
  });
});
