import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { password, peopleShop } from './people-shop.ts';

describe('sessions', () => {
  test('are listed with their browser, and since when', async () => {
    const shop = await peopleShop();
    const anna = await shop.person('Anna');
    shop.clock.now = new Date('2026-11-21T10:30:00Z');
    const phone = shop.browser({ 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1' });
    await phone.logIn('Anna', password);
    const page = await anna.page();
    expect(page).toContain('Firefox on Linux · this browser');
    expect(page).toContain('since 2026-11-21 10:00 UTC, last seen 2026-11-21 10:30 UTC');
    expect(page).toContain('Safari on iPhone');
    expect(page).toContain('since 2026-11-21 10:30 UTC');
    expect(await anna.sessions()).toHaveLength(2);
  });

  test('of others are listed for owners alone, and ended by them alone', async () => {
    const shop = await peopleShop();
    const [anna, bob] = [await shop.person('Anna'), await shop.person('Bob')];
    const [key = ''] = await bob.sessions();
    expect((await anna.step('end-session', { agent: 'bob', session: key })).status).toBe(403);
    expect([await bob.isIn(), (await anna.page()).includes(key)]).toEqual([true, false]);
    const owner = await shop.owner();
    expect((await owner.page()).includes(key)).toBe(true);
    const { end } = await bob.stream();
    await owner.step('end-session', { agent: 'bob', session: key });
    expect([await bob.isIn(), await anna.isIn(), await end]).toEqual([false, true, 'ended']);
  });

  test('end one by one, or all but this one', async () => {
    const shop = await peopleShop();
    const anna = await shop.person('Anna');
    const others = [shop.browser(), shop.browser(), shop.browser()] as const;
    for (const one of others) await one.logIn('Anna', password);
    expect(await others[0].sessions()).toHaveLength(4);
    await others[0].logOut();
    expect([await others[0].isIn(), await others[1].isIn()]).toEqual([false, true]);
    await anna.step('end-others');
    expect(await Promise.all([anna, ...others].map((one) => one.isIn()))).toEqual([true, false, false, false]);
    expect(await anna.sessions()).toHaveLength(1);
  });

  test('that run out leave the list', async () => {
    const shop = await peopleShop();
    await shop.person('Anna');
    shop.clock.now = new Date('2026-11-21T22:00:01Z');
    const again = shop.browser();
    await again.logIn('Anna', password);
    expect(await again.sessions()).toHaveLength(1);
  });

  test('with the token are listed, too', async () => {
    const shop = await peopleShop();
    expect(await (await shop.owner()).page()).toContain('with the token, since');
  });
});

test('a cookie of a session that is over, which a browser kept for another path, shuts nobody out', async () => {
  const shop = await peopleShop();
  const anna = await shop.person('Anna');
  const over = anna.cookie();
  await anna.logOut();
  await anna.logIn('Anna', password);
  for (const cookie of [`${over}; ${anna.cookie()}`, `${anna.cookie()}; ${over}`]) {
    expect((await anna.send('/desk/api/cases', { headers: { cookie } })).status).toBe(200);
  }
  expect((await anna.send('/desk/api/cases', { headers: { cookie: over } })).status).toBe(401);
});

test('that another process has ended is over at its next request, and what it has open at the next look', async () => {
  // Before the server starts, so that its looks are ours to make.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const shop = await peopleShop();
  const anna = await shop.person('Anna');
  const [key = ''] = await anna.sessions();
  const { end } = await anna.stream();
  const other = openSqliteStore(shop.dataDir);
  await other.dropDeskRow('session', 'anna', key);
  await other.close();
  expect(await anna.isIn()).toBe(false);
  vi.advanceTimersByTime(5_000);
  expect(await end).toBe('ended');
});

describe('what ends all sessions of an account', () => {
  test('being disabled, which also ends what is open, and lets nobody in again', async () => {
    const shop = await peopleShop();
    const anna = await shop.person('Anna');
    const { end } = await anna.stream();
    const owner = await shop.owner();
    await owner.step('disable', { agent: 'anna' });
    expect([await anna.isIn(), await end]).toEqual([false, 'ended']);
    expect((await anna.logIn('Anna', password)).status).toBe(401);
    await owner.step('enable', { agent: 'anna' });
    expect(await anna.isIn()).toBe(false);
    expect((await anna.logIn('Anna', password)).status).toBe(303);
  });

  test('a new password, but for the session that sets it', async () => {
    const shop = await peopleShop();
    const [anna, other] = [await shop.person('Anna'), shop.browser()];
    await other.logIn('Anna', password);
    const { end } = await other.stream();
    const changed = await anna.step('password', { current: password, fresh: 'another long password' });
    expect([changed.status, await end]).toEqual([200, 'ended']);
    expect([await anna.isIn(), await other.isIn()]).toEqual([true, false]);
    expect((await other.logIn('Anna', password)).status).toBe(401);
    expect((await other.logIn('Anna', 'another long password')).status).toBe(303);
  });
});

describe('a new password', () => {
  test('needs the one until now, which can be guessed at as often as at the log-in', async () => {
    const shop = await peopleShop();
    const anna = await shop.person('Anna');
    const change = (current: string, fresh = 'another long password') => anna.step('password', { current, fresh });
    expect((await change(password, 'short')).status).toBe(422);
    for (let wrong = 0; wrong < 5; wrong += 1) expect((await change('a guess')).status).toBe(401);
    expect((await change(password)).status).toBe(429);
    expect(await anna.isIn()).toBe(true);
  });

  test('is not set by whoever came with the token under somebody’s name', async () => {
    const shop = await peopleShop();
    await shop.person('Anna');
    const other = shop.browser();
    await other.logInWithToken('Anna');
    expect((await other.step('password', { current: password, fresh: 'another long password' })).status).toBe(404);
  });
});
