import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** This machine. */
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Addresses that are not of the public internet: this machine, private networks, link-local, reserved. */
const internal = new BlockList();
for (const [net, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  internal.addSubnet(net, length, 'ipv4');
for (const [net, length] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  internal.addSubnet(net, length, 'ipv6');

/** True if an address of a socket is this machine's own. */
function isLoopbackAddress(address: string): boolean {
  return isIn(loopback, address);
}

/** True if an address is this machine's or of a network that is not public. */
export function isInternalAddress(address: string): boolean {
  return isIn(internal, address);
}

/** Headers by which a proxy shows itself: whoever is behind it only looks as if they were on this machine. */
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * True if a request was sent on this machine, as far as can be told. The Host header counts too, which a web page in a
 * browser on this machine cannot choose.
 */
export function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  return (
    isLoopbackAddress(socket.remoteAddress ?? '') &&
    ofProxies.every((name) => headers[name] === undefined) &&
    isLocalUrl(`http://${headers.host ?? 'localhost'}`)
  );
}

/** True if a host, as in HOST or in a URL, is this machine. */
export function isLocalHost(host: string): boolean {
  return host === 'localhost' || isLoopbackAddress(host.replace(/^\[|\]$/g, ''));
}

/** True if an http or https address leads to this machine. */
export function isLocalUrl(address: string): boolean {
  const url = httpUrl(address);
  return url !== undefined && isLocalHost(url.hostname);
}

/** True if an http or https address names a host of the public internet, as far as the name tells. */
export function isPublicUrl(address: string): boolean {
  const url = httpUrl(address);
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) !== 0) return !isInternalAddress(host);
  return host.includes('.') && !/(^|\.)(localhost|local|internal|lan|home\.arpa)$/.test(host);
}

function httpUrl(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

function isIn(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  const version = isIP(plain);
  return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
}
