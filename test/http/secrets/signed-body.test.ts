import { expect, test } from 'vitest';
import { checkSignedBody } from '../../../src/http/secrets/signed-body.ts';

const now = new Date('2026-11-21T10:00:00Z');
const nowSeconds = now.getTime() / 1_000;

function check(seconds: number): string {
  const request = { sender: 'Slack', signature: 'v0=right', sentSeconds: String(seconds) };
  return checkSignedBody(request, () => 'v0=right', now);
}

test.each([-300, 0, 300])('a clock that is off by %i s is forgiven', (seconds) => {
  expect(check(nowSeconds + seconds)).toBe('v0=right');
});

test.each([-301, 301])('one that is off by %i s is not', (seconds) => {
  expect(() => check(nowSeconds + seconds)).toThrow(expect.objectContaining({ code: 'signature-stale' }));
});
