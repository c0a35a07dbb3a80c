import restify, { type Server } from 'restify';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Role } from '../../../src/desk/people/roles.ts';
import { linkIn, peopleShop } from './people-shop.ts';

/** The role that each route of the desk needs, where that is not the one that everybody has. */
const needed: Record<string, Role> = {
  'POST /desk/people/invite': 'lead',
  'POST /desk/people/link': 'lead',
  'POST /desk/people/role': 'owner',
  'POST /desk/people/disable': 'owner',
  'POST /desk/people/enable': 'owner',
};
const roles = ['agent', 'lead', 'owner'] as const;
/** They are for people who are not logged in. */
const isForStrangers = (path: string): boolean => /^\/desk(\/log-.+|\/invitation|\/signe?d?-on)?$/.test(path);

const routeSchema = z.record(z.string(), z.looseObject({ method: z.string(), path: z.string() }));

test('every route of the desk, by role', async () => {
  const made = vi.spyOn(restify, 'createServer');
  const shop = await peopleShop();
  const server: Server = made.mock.results.at(-1)?.value;
  made.mockRestore();
  const routes = Object.values(routeSchema.parse(server.router.getRoutes()))
    .filter(({ path }) => path.startsWith('/desk') && !isForStrangers(path))
    // A stream that is let in stays open.
    .filter(({ path }) => !path.endsWith('/stream'));
  expect(routes.length).toBeGreaterThan(20);
  const seen: string[] = [];
  for (const role of roles) {
    const person = await shop.person(`A ${role}`, role);
    const csrf = await person.csrf();
    for (const { method, path } of routes) {
      const isForm = path.startsWith('/desk/people/') && !path.includes('/passkey');
      const answer = await person.send(path.replace(/:\w+/g, 'none'), {
        method,
        headers: { 'x-csrf-token': csrf },
        ...(method === 'POST' && { body: isForm ? new URLSearchParams({ csrf }) : '{}' }),
      });
      const isRefused = answer.status === 403 && answer.text.includes('"code":"role"');
      seen.push(`${role}: ${method} ${path} ${isRefused ? 'refused' : 'let in'}`);
    }
  }
  const isLetIn = (role: Role, route: string) => roles.indexOf(role) >= roles.indexOf(needed[route] ?? 'agent');
  const expected = roles.flatMap((role) =>
    routes.map(({ method, path }) => {
      const route = `${method} ${path}`;
      return `${role}: ${route} ${isLetIn(role, route) ? 'let in' : 'refused'}`;
    }),
  );
  expect(seen).toEqual(expected);
});

describe('a lead', () => {
  test('invites agents, and nobody who may more', async () => {
    const shop = await peopleShop();
    const lead = await shop.person('Lea', 'lead');
    expect(await lead.invite({ name: 'Anna' })).toMatch(/invitation/);
    for (const role of ['lead', 'owner']) {
      expect((await lead.step('invite', { name: 'Eve', email: '', role })).status).toBe(403);
    }
  });

  test('gets no link that would make them another lead or an owner', async () => {
    const shop = await peopleShop();
    await shop.person('Anna');
    await shop.person('Otto', 'owner');
    const lead = await shop.person('Lea', 'lead');
    expect(linkIn((await lead.step('link', { agent: 'anna' })).text)).toMatch(/invitation/);
    for (const agent of ['otto', 'lea']) expect((await lead.step('link', { agent })).status).toBe(403);
    expect((await lead.step('link', { agent: 'nobody' })).status).toBe(404);
  });
});

describe('an owner', () => {
  test('changes roles, which counts at the next request', async () => {
    const shop = await peopleShop();
    const [anna, otto] = [await shop.person('Anna'), await shop.person('Otto', 'owner')];
    expect((await anna.step('invite', { name: 'Bob', email: '', role: 'agent' })).status).toBe(403);
    await otto.step('role', { agent: 'anna', role: 'lead' });
    expect(await anna.invite({ name: 'Bob' })).toMatch(/invitation/);
    await otto.step('role', { agent: 'anna', role: 'agent' });
    expect((await anna.step('link', { agent: 'bob' })).status).toBe(403);
    expect((await otto.step('role', { agent: 'anna', role: 'king' })).status).toBe(404);
  });

  test('does not shut themselves out', async () => {
    const shop = await peopleShop();
    const otto = await shop.person('Otto', 'owner');
    expect((await otto.step('disable', { agent: 'otto' })).status).toBe(409);
    expect((await otto.step('role', { agent: 'otto', role: 'agent' })).status).toBe(409);
    expect(await otto.isIn()).toBe(true);
  });
});

test('an agent sees nobody else on the page for people', async () => {
  const shop = await peopleShop();
  await shop.person('Otto', 'owner', 'otto@shop.example');
  const anna = await shop.person('Anna');
  expect(await anna.page()).not.toMatch(/Otto|otto@/);
  expect(await (await shop.owner()).page()).toContain('otto@shop.example');
});

test('the page for people takes steps from itself alone', async () => {
  const shop = await peopleShop();
  const owner = await shop.owner();
  await owner.invite({ name: 'Anna' });
  const disable = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    owner.send('/desk/people/disable', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ agent: 'anna', ...fields }),
    });
  const csrf = await owner.csrf();
  const statuses = [
    await disable({ csrf: 'guessed' }),
    await disable({ csrf: await (await shop.owner()).csrf() }),
    await disable({ csrf }, { 'sec-fetch-site': 'cross-site' }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([403, 403, 403]);
  expect(await owner.page()).not.toContain('disabled</span>');
  expect((await disable({ csrf })).status).toBe(303);
});
