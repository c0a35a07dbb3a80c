import { expect, onTestFinished, test, vi } from 'vitest';
import { elementOf } from '../../web/page.js';

test('a page that lacks an element is told by a code', () => {
  vi.stubGlobal('document', { getElementById: () => null });
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(() => elementOf('desk')).toThrow(
    expect.objectContaining({ name: 'PageError', code: 'no-element', message: 'the page has no element desk' }),
  );
});
