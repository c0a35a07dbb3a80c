import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import type { Outcome } from '../../outbox/outcome.ts';
import { markOf } from './kept-mails.ts';

/** An e-mail, ready to go. */
export interface Mail {
  /** The conversation that it leads to. */
  conversationId: string;
  /** The same for every attempt; it becomes the Message-ID. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Sends e-mails, by SMTP or into a folder. */
export interface Mailer {
  /** Where they go, for the log. */
  where: string;
  send(mail: Mail): Promise<Outcome>;
  close(): void;
}

/** So long one step with the mail server may take, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** What no header may hold: its end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

const failureSchema = z.object({ responseCode: z.number().optional(), code: z.string().optional() });

/** Sends by SMTP where there is a server, else writes `.eml` files into the folder. */
export function createMailer(options: {
  smtpUrl: string | undefined;
  from: string;
  folder: string;
  /** Called with the code of a failure; never with an address. */
  onFailure(code: string): void;
}): Mailer {
  const { smtpUrl, from, folder, onFailure } = options;
  const safe = { disableFileAccess: true, disableUrlAccess: true } as const;
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };

  if (smtpUrl === undefined) {
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...safe });
    return {
      where: folder,
      async send(mail) {
        if (!isSafe(mail)) return { kind: 'refused' };
        const { message } = await transport.sendMail(toMessage(mail, from));
        if (!Buffer.isBuffer(message)) return { kind: 'refused' };
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = join(folder, `${markOf(mail.conversationId)}${mail.id.replace(/[^\w.-]/g, '_')}.eml`);
        await writeFile(`${file}.part`, message, { mode: 0o600 });
        await rename(`${file}.part`, file);
        return { kind: 'delivered' };
      },
      close: () => transport.close(),
    };
  }

  const transport = createTransport({ url: smtpUrl, ...timeouts, ...safe });
  return {
    where: new URL(smtpUrl).host,
    async send(mail) {
      if (!isSafe(mail)) return { kind: 'refused' };
      try {
        await transport.sendMail(toMessage(mail, from));
        return { kind: 'delivered' };
      } catch (error) {
        // Its message may quote the address.
        const { responseCode: status, code = 'unknown' } = failureSchema.safeParse(error).data ?? {};
        onFailure(code);
        const isForGood = status !== undefined && status >= 500 && code !== 'EAUTH';
        return { kind: isForGood ? 'refused' : 'later', status };
      }
    },
    close: () => transport.close(),
  };
}

function isSafe({ to, subject, id }: Mail): boolean {
  return z.email().safeParse(to).success && ![to, subject, id].some((value) => CONTROL.test(value));
}

function toMessage({ id, to, subject, text, html }: Mail, from: string): SendMailOptions {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${id}>`,
    // Nobody's absence notice is to answer it.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}
