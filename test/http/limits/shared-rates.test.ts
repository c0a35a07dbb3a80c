import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startSharing } from '../../../src/http/limits/shared-rates.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

test('rates are exchanged again and again until that is ended, also after an exchange that failed', async () => {
  const share = vi.fn(async () => {});
  share.mockRejectedValueOnce(new Error('away'));
  const exchange = async () => [];
  const stop = startSharing({ share }, exchange, 1_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(share.mock.calls).toEqual([[exchange], [exchange], [exchange]]);
  stop();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(share).toHaveBeenCalledTimes(3);
});

test('an exchange that takes long is waited for', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const share = vi.fn(() => promise);
  onTestFinished(startSharing({ share }, async () => [], 1_000));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(share).toHaveBeenCalledTimes(1);
  resolve();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(share).toHaveBeenCalledTimes(2);
});
