import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { ChatwootAnswerError, createCall, outcomeOf } from '../../../src/desk/chatwoot/calls.ts';

const mebibyte = 1024 * 1024;

/** Calls a Chatwoot that answers 200 with a JSON text of so many bytes. */
async function answeredWith(bytes: number): Promise<unknown> {
  const server = createServer((_, response) => void response.end(JSON.stringify('x'.repeat(bytes - 2))));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = createCall({ url, token: 't', account: 1, inbox: 2, webhookToken: 'w' }, () => new Date());
  return call(z.string().length(bytes - 2), 'GET', 'conversations/1');
}

test('an answer of four mebibytes is read, and one byte more is too large', async () => {
  await expect(answeredWith(4 * mebibyte)).resolves.toBeTypeOf('string');
  await expect(answeredWith(4 * mebibyte + 1)).rejects.toMatchObject({
    name: 'ChatwootAnswerError',
    code: 'chatwoot-answer-too-large',
    message: 'Chatwoot answered with more than 4194304 bytes',
  });
});

test('an answer that is too large is no refusal, however often it comes', () => {
  const error = new ChatwootAnswerError('Chatwoot answered with more than 4194304 bytes');
  expect(() => outcomeOf(error, 30)).toThrow(error);
});
