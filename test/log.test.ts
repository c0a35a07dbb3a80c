import { describe, expect, it } from 'vitest';
import { InvariantError } from '../src/errors.ts';
import { HttpError } from '../src/http/errors.ts';
import { createLog } from '../src/log.ts';

function logging(level: string) {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line) => void lines.push(line) }), lines };
}

describe('the log', () => {
  it('is a JSON line with level, time and ids', () => {
    const { log, lines } = logging('info');
    log.info({ conversationId: 'c1', revision: 3 }, 'turn');
    log.debug('not this');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), conversationId: 'c1', revision: 3, msg: 'turn' },
    ]);
  });

  it.each([
    'text',
    'email',
    'eMail',
    'token',
    'url',
    'query',
    'authorization',
    'channelData',
    'facts',
    'caseFile',
    'from',
  ])('never has what is called %s', (name) => {
    const { log, lines } = logging('info');
    log.info({ [name]: 'anna@example.com' }, 'turn');
    log.child({ [name]: 'anna@example.com' }).info('turn');
    expect(lines.join('')).not.toContain('anna');
  });

  it('leaves whole objects out, and cuts long words', () => {
    const { log, lines } = logging('info');
    log.info({ request: { body: 'anna@example.com' }, list: ['anna'], id: 'x'.repeat(500) }, 'turn');
    expect(lines.join('')).not.toContain('anna');
    expect(lines.join('')).not.toContain('x'.repeat(201));
  });

  it('says where an error came from, but not what it quotes', () => {
    const { log, lines } = logging('info');
    const cause = Object.assign(new Error('anna wrote this'), { code: 'ERR_SQLITE_ERROR' });
    log.error({ err: new Error('could not read “anna@example.com”', { cause }) }, 'turn failed');
    log.error({ err: 'anna threw a string' }, 'turn failed');
    log.error({ err: new Error('anna') });
    log.error(new SyntaxError('Unexpected token a, "anna…" is not JSON'));
    const [first] = lines.map((line) => JSON.parse(line));
    expect(first.err).toMatchObject({ type: 'Error', cause: { code: 'ERR_SQLITE_ERROR' } });
    expect(first.err.at[0]).toMatch(/^at .*log\.test\.ts/);
    expect(lines.join('')).not.toContain('anna');
  });

  it('tells errors apart by class and code, down to their causes', () => {
    const { log, lines } = logging('info');
    const cause = new InvariantError('inbound-missing', 'anna', { cause: new TypeError('anna') });
    log.error({ err: new HttpError(400, 'invalid-json', 'anna', { cause }) }, 'turn failed');
    const [{ err }] = lines.map((line) => JSON.parse(line));
    expect(err).toMatchObject({
      type: 'HttpError',
      code: 'invalid-json',
      cause: { type: 'InvariantError', code: 'inbound-missing', cause: { type: 'TypeError' } },
    });
    expect(lines.join('')).not.toContain('anna');
  });

  it('ends with causes that go round in a circle', () => {
    const { log, lines } = logging('info');
    const error = new InvariantError('circle', 'a');
    error.cause = error;
    log.error({ err: error }, 'turn failed');
    expect(lines).toHaveLength(1);
  });
});
