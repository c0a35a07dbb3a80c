import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressKey, clientAddress, readTrustedProxies } from '../../../src/http/limits/client-address.ts';

function addressBehind(trust: string, remoteAddress: string, forwarded?: string): string {
  const proxies = readTrustedProxies(trust);
  if (proxies === undefined) throw new Error(`${trust} cannot be read`);
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return clientAddress(proxies)({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);
}

describe('the client’s address', () => {
  test.each([
    ['0', '127.0.0.1', '203.0.113.9', '127.0.0.1'],
    ['0', '::ffff:10.0.0.7', undefined, '10.0.0.7'],
    ['1', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['1', '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['2', '127.0.0.1', '198.51.100.1, 203.0.113.9', '198.51.100.1'],
    ['2', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['1', '127.0.0.1', undefined, '127.0.0.1'],
    ['1', '127.0.0.1', 'nonsense', '127.0.0.1'],
    ['1', '127.0.0.1', '203.0.113.9:51234', '203.0.113.9'],
    ['1', '127.0.0.1', '[2001:db8::7]:51234', '2001:db8::7'],
    ['loopback', '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['loopback', '::1', '203.0.113.9', '203.0.113.9'],
    ['loopback', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['10.0.0.0/8', '10.1.2.3', '198.51.100.1, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['10.0.0.0/8 127.0.0.1', '127.0.0.1', '203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['fd00::/8', 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ])('with TRUST_PROXY=%s, from %s, said to be of %s, is %s', (trust, socket, forwarded, expected) => {
    expect(addressBehind(trust, socket, forwarded)).toBe(expected);
  });

  test.each(['everybody', '10.0.0.0/33', '10.0.0.0/8/8', '::/129', 'example.com', ' '])(
    'TRUST_PROXY=%s is refused',
    (text) => {
      expect(readTrustedProxies(text)).toBeUndefined();
    },
  );
});

test('of IPv6 the network that one customer has is one, of IPv4 every address', () => {
  expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(addressKey('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(addressKey('2001:db8::9')).toBe('2001:db8:0:0::/64');
  expect(addressKey('::1')).toBe('0:0:0:0::/64');
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(addressKey('203.0.113.9')).toBe('203.0.113.9');
  expect(addressKey('')).toBe('');
});
