import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The proxies in front of this process: how many there are, or at which addresses; 0: none, and no header counts. */
export type TrustedProxies = number | BlockList;

/** Tells where a request comes from: an address, without a port. */
export type ClientAddress = (req: IncomingMessage) => string;

/**
 * The address of the client by the X-Forwarded-For of proxies that are ours, from the nearest on: what stands further
 * away than the first address that is no proxy's is that client's to make up.
 */
export function clientAddress(proxies: TrustedProxies): ClientAddress {
  return ({ socket, headers }) => {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    const hops = [...forwarded.map((hop) => hop.trim()), socket.remoteAddress ?? ''].toReversed();
    let nearest = plainAddress(hops[0] ?? '');
    for (let passed = 0; passed + 1 < hops.length && isProxy(nearest, passed); passed += 1) {
      const next = plainAddress(hops[passed + 1] ?? '');
      if (isIP(next) === 0) break;
      nearest = next;
    }
    return nearest;
  };

  function isProxy(address: string, passed: number): boolean {
    return typeof proxies === 'number' ? passed < proxies : isIn(proxies, address);
  }
}

/** True if a connection from that address is one of a proxy that is named: with a number of them, any is. */
export function isOfProxy(proxies: TrustedProxies, address: string): boolean {
  return typeof proxies === 'number' ? proxies > 0 : isIn(proxies, plainAddress(address));
}

/** Reads a number of proxies, or their addresses and networks with commas between them; `undefined` for neither. */
export function readTrustedProxies(text: string): TrustedProxies | undefined {
  if (/^\d$/.test(text)) return Number(text);
  const list = new BlockList();
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', length, ...rest] = (named[part] ?? part).split('/');
    const family = familyOf(address);
    if (family === undefined || rest.length > 0) return undefined;
    const most = family === 'ipv4' ? 32 : 128;
    if (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= most)) return undefined;
    list.addSubnet(address, length === undefined ? most : Number(length), family);
    if (part === 'loopback') list.addAddress('::1', 'ipv6');
  }
  return list.rules.length > 0 ? list : undefined;
}

const named: Record<string, string> = { loopback: '127.0.0.0/8' };

/** The key that an address is counted under: of IPv6 the network of 64 bits, which one customer has to themselves. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const groups = [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Without the prefix that an IPv4 address has on a socket of both families, and without a port or brackets. */
function plainAddress(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  return bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
}

function isIn(list: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && list.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
}
