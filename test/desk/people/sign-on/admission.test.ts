import { describe, expect, onTestFinished, test } from 'vitest';
import { createAccounts } from '../../../../src/desk/people/accounts.ts';
import { type AdmissionSettings, admit } from '../../../../src/desk/people/sign-on/admission.ts';
import { claimsSchema } from '../../../../src/desk/people/sign-on/claims.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/sqlite.ts';
import { newDataDir } from '../../../commands/command.ts';

const issuer = 'https://login.example';
const verified = { email: 'Anna@Shop.example', email_verified: true };

/** A desk where Anna is invited under her e-mail. */
async function desk(settings: Partial<AdmissionSettings> = {}) {
  const store = openSqliteStore(newDataDir());
  onTestFinished(() => store.close());
  const accounts = createAccounts(store, () => new Date('2026-11-21T10:00:00Z'));
  await accounts.make({ name: 'Anna', email: 'anna@shop.example', role: 'lead' });
  const comes = (sub: string, claims: object = {}, iss = issuer) =>
    admit(
      accounts,
      { roleClaim: undefined, domains: undefined, ...settings },
      claimsSchema.parse({ iss, sub, ...claims }),
    );
  return { accounts, comes };
}

const out = (why: string) => ({ kind: 'out', why });

describe('an account that there is', () => {
  test('is matched by an e-mail that the provider vouches for, and belongs to that subject from then on', async () => {
    const { comes } = await desk();
    expect(await comes('a1', verified)).toMatchObject({ kind: 'in', account: { id: 'anna', role: 'lead' } });
    expect(await comes('a1', {})).toMatchObject({ kind: 'in', account: { id: 'anna' } });
    expect(await comes('a1', { email: 'new@other.example', email_verified: true })).toMatchObject({ kind: 'in' });
  });

  test.each([
    ['an e-mail that nobody vouches for', { email: 'anna@shop.example' }],
    ['one that the provider says is not verified', { email: 'anna@shop.example', email_verified: false }],
    ['one that is verified in some other words', { email: 'anna@shop.example', email_verified: 'yes' }],
    ['its name', { name: 'Anna', preferred_username: 'anna@shop.example' }],
  ])('is not matched by %s', async (_what, claims) => {
    const { comes, accounts } = await desk();
    expect(await comes('a1', claims)).toEqual(out('unverified'));
    expect((await accounts.find('anna'))?.identity).toBeUndefined();
  });

  test('is not given to a second subject, nor to the same subject of another provider', async () => {
    const { comes } = await desk();
    await comes('a1', verified);
    expect(await comes('a2', verified)).toEqual(out('refused'));
    expect(await comes('a1', verified, 'https://other.example')).toEqual(out('refused'));
  });

  test('is given to one of two subjects who come at the same time', async () => {
    const { comes } = await desk();
    const kinds = (await Promise.all([comes('a1', verified), comes('a2', verified)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['in', 'out']);
  });

  test('stays closed when it is disabled', async () => {
    const { comes, accounts } = await desk({ domains: ['shop.example'] });
    await accounts.change('anna', (account) => ({ ...account, isDisabled: true }));
    expect(await comes('a1', verified)).toEqual(out('disabled'));
    expect(await accounts.all()).toHaveLength(1);
  });
});

describe('an account is made', () => {
  const zoe = { name: 'Zoe Long', email: 'zoe@shop.example', email_verified: true };

  test('for nobody who was not invited, unless the configuration says for whom', async () => {
    const { comes } = await desk();
    expect(await comes('z1', zoe)).toEqual(out('refused'));
  });

  test('for an agent of a domain that is named, and no other', async () => {
    const { comes } = await desk({ domains: ['shop.example'] });
    const made = { id: 'zoe-long', name: 'Zoe Long', email: 'zoe@shop.example', role: 'agent' };
    expect(await comes('z1', zoe)).toMatchObject({ kind: 'in', account: made });
    for (const email of ['zoe@shop.example.evil.example', 'zoe@evilshop.example', 'zoe@sub.shop.example']) {
      expect(await comes('z2', { ...zoe, email })).toEqual(out('refused'));
    }
    expect(await comes('z3', { ...zoe, email_verified: false })).toEqual(out('unverified'));
  });

  test('with the highest role that the claim names, which counts anew each time', async () => {
    const { comes } = await desk({ roleClaim: 'realm_access.roles' });
    const withRoles = (roles: unknown) => comes('z1', { name: 'Zoe', realm_access: { roles } });
    expect(await withRoles(['staff'])).toEqual(out('refused'));
    expect(await withRoles(['agent', 'lead', 'staff'])).toMatchObject({ account: { id: 'zoe', role: 'lead' } });
    expect(await withRoles('agent')).toMatchObject({ account: { id: 'zoe', role: 'agent' } });
    expect(await withRoles([])).toEqual(out('refused'));
    expect(await comes('a1', verified)).toEqual(out('refused'));
  });

  test('beside one of the same name, whose it is not', async () => {
    const { comes } = await desk({ roleClaim: 'role' });
    expect(await comes('z1', { name: 'Anna', role: 'owner' })).toMatchObject({
      account: { id: 'anna-2', name: 'Anna 2' },
    });
    expect(await comes('z2', { role: 'agent', preferred_username: 'kim@x.example' })).toMatchObject({
      account: { id: 'kim' },
    });
    expect(await comes('z3', { role: 'agent', name: '…' })).toEqual(out('refused'));
  });
});
