import { describe, expect, it } from 'vitest';
import type { LookupSystem } from '../../../src/orders/http/look-up.ts';
import { createHttpWarrantyBook } from '../../../src/orders/http/warranties.ts';
import { shopReplies, shopUrl } from './fake-shop.ts';
import { misbehaviours } from './misbehaviour.ts';

const good = { serialNumber: 'SN/1', warrantyUntil: '2027-02-28' };

const ask = (system: LookupSystem, serialNumber = 'SN/1') =>
  createHttpWarrantyBook(system).find({ policyId: 'tool-shop', serialNumber });

describe('warranties over HTTP', () => {
  misbehaviours({
    path: '/warranties/SN%2F1',
    good,
    found: { kind: 'found', warrantyUntil: '2027-02-28' },
    ask,
    wrong: [
      ['the warranty of something else', { ...good, serialNumber: 'SN/2' }, 'other-record'],
      ['a day that does not exist', { ...good, warrantyUntil: '2027-02-29' }, 'unexpected-shape'],
      ['a warranty without end', { ...good, warrantyUntil: null }, 'unexpected-shape'],
    ],
  });

  it('takes a warranty that is over for an answer, and its number in another spelling', async () => {
    shopReplies('/warranties/sn1', { body: { serialNumber: 'SN1', warrantyUntil: '2001-01-01' } });
    const system = { url: shopUrl, onFailure: expect.unreachable };
    expect(await ask(system, ' sn1 ')).toEqual({ kind: 'found', warrantyUntil: '2001-01-01' });
  });

  it('asks nobody for what no serial number can be', async () => {
    const system = { url: shopUrl, onFailure: expect.unreachable };
    for (const serialNumber of ['', ' ', '.', '..', 'S\ud800', '1'.repeat(65)])
      expect(await ask(system, serialNumber)).toEqual({ kind: 'not-found' });
  });
});
