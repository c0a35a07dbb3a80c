import { expect, test } from 'vitest';
import { isPublicUrl } from '../../../src/http/limits/local-addresses.ts';

test.each([
  'https://smba.trafficmanager.net/teams/',
  'https://203.0.113.9/',
  'https://[2a00:1450::1]/',
  'http://example.com:8080',
])('%s is a public address', (url) => expect(isPublicUrl(url)).toBe(true));

test.each([
  'http://localhost:9200/',
  'http://localhost.:9200/',
  'http://sub.localhost/',
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a00:1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://router/',
  'http://db.internal/',
  'http://printer.local/',
  'https://user:secret@example.com/',
  'ftp://example.com/',
  'nonsense',
])('%s is not', (url) => expect(isPublicUrl(url)).toBe(false));
