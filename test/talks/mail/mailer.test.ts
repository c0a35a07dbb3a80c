import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMailer, type Mail } from '../../../src/talks/mail/mailer.ts';
import { mailServer } from './smtp.ts';

const mail: Mail = {
  conversationId: 'anna',
  id: 'abc@returns.example',
  to: 'anna@example.com',
  subject: 'Your chat with Käse & Söhne',
  text: 'Hello,\n\nhttps://returns.example/#talk=x',
  html: '<p>Hello</p>',
};

function mailerTo(smtpUrl: string | undefined) {
  const folder = join(mkdtempSync(join(tmpdir(), 'returns-mail-')), 'mail');
  const failures: string[] = [];
  const mailer = createMailer({
    smtpUrl,
    from: 'Returns <returns@shop.example>',
    folder,
    onFailure: (code) => failures.push(code),
  });
  onTestFinished(() => {
    mailer.close();
    rmSync(join(folder, '..'), { recursive: true });
  });
  return { mailer, folder, failures };
}

/** No header of a mail may come from a value. */
const injections: Partial<Mail>[] = [
  { to: 'anna@example.com\r\nBcc: eve@example.com' },
  { to: 'anna@example.com, eve@example.com' },
  { to: 'Anna <anna@example.com>' },
  { to: 'anna@example.com\nRCPT TO:<eve@example.com>' },
  { to: '' },
  { subject: 'News\r\nBcc: eve@example.com' },
  { id: 'abc>\r\nBcc: eve@example.com' },
];

describe('mail by SMTP', () => {
  it('arrives, plain and as HTML, under its own id', async () => {
    const { url, taken } = await mailServer();
    expect(await mailerTo(url).mailer.send(mail)).toEqual({ kind: 'delivered' });
    expect(taken).toMatchObject([{ from: 'returns@shop.example', to: ['anna@example.com'] }]);
    const raw = taken[0]?.raw ?? '';
    for (const part of [
      'Message-ID: <abc@returns.example>',
      'text/plain',
      'text/html',
      'Auto-Submitted: auto-generated',
    ]) {
      expect(raw).toContain(part);
    }
  });

  it('has the same id at every attempt', async () => {
    const { url, taken } = await mailServer();
    const { mailer } = mailerTo(url);
    await mailer.send(mail);
    await mailer.send(mail);
    expect(taken.map(({ raw }) => /Message-ID: (.*)/.exec(raw)?.[1]?.trim())).toEqual(
      Array(2).fill('<abc@returns.example>'),
    );
  });

  it.each(injections)('takes no header from a value: %j', async (value) => {
    const { url, taken } = await mailServer();
    expect(await mailerTo(url).mailer.send({ ...mail, ...value })).toEqual({ kind: 'refused' });
    expect(taken).toEqual([]);
  });

  it('is given up where the server does not know the address', async () => {
    const { url } = await mailServer({
      onRcptTo: (_, __, callback) =>
        callback(Object.assign(new Error('no anna@example.com here'), { responseCode: 550 })),
    });
    const { mailer, failures } = mailerTo(url);
    expect(await mailer.send(mail)).toEqual({ kind: 'refused', status: 550 });
    expect(failures.join()).not.toContain('anna');
  });

  it('comes later where the server is busy, wants a password, or is not there', async () => {
    const { url } = await mailServer({
      onRcptTo: (_, __, callback) => callback(Object.assign(new Error('busy'), { responseCode: 450 })),
    });
    expect(await mailerTo(url).mailer.send(mail)).toEqual({ kind: 'later', status: 450 });
    const locked = await mailServer({
      onAuth: (_, __, callback) => callback(Object.assign(new Error('wrong password'), { responseCode: 535 })),
    });
    const withPassword = locked.url.replace('//', '//user:wrong@');
    expect(await mailerTo(withPassword).mailer.send(mail)).toEqual({ kind: 'later', status: 535 });
    const { mailer, failures } = mailerTo('smtp://127.0.0.1:1');
    expect(await mailer.send(mail)).toMatchObject({ kind: 'later' });
    expect(failures).toEqual(['ESOCKET']);
  });
});

describe('mail without a server', () => {
  it('is a file that any mail program opens, for this user alone', async () => {
    const { mailer, folder } = mailerTo(undefined);
    expect(mailer.where).toBe(folder);
    expect(await mailer.send(mail)).toEqual({ kind: 'delivered' });
    await mailer.send(mail);
    const [name = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(name).toMatch(/^[0-9a-f]{24}-abc_returns\.example\.eml$/);
    const file = join(folder, name);
    expect(readFileSync(file, 'utf8')).toContain('To: anna@example.com');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.each(injections)('takes no header from a value: %j', async (value) => {
    expect(await mailerTo(undefined).mailer.send({ ...mail, ...value })).toEqual({ kind: 'refused' });
  });
});
