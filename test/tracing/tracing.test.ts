import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { eventually } from '../eventually.ts';
import { startApp } from '../journeys/app.ts';
import { customerLine } from '../journeys/line.ts';

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
});
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
      }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});

/** A collector of traces on this machine. */
async function collector() {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(`${request.url}\n${Buffer.concat(chunks).toString('utf8')}`);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bodies,
    spans: () =>
      bodies.flatMap((body) =>
        exportSchema
          .parse(JSON.parse(body.slice(body.indexOf('\n'))))
          .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
  };
}

test('a turn, its commit and its effects are one trace, whose id the log has', async () => {
  const { endpoint, spans, bodies } = await collector();
  const app = await startApp({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    WEBHOOK_URL: 'http://127.0.0.1:9',
    WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  });
  const line = await customerLine(app.base, 'fortnight-shop');
  await line.says('talk to a human, says canary-trace');
  await line.says('human');
  await app.stop();

  const all = await eventually(() => {
    expect(spans().some(({ name }) => name === 'effect webhook')).toBe(true);
    return spans();
  });
  const effect = all.find(({ name }) => name === 'effect webhook');
  const turn = all.find(({ name, traceId }) => name === 'turn' && traceId === effect?.traceId);
  const commit = all.find(({ name, parentSpanId }) => name === 'store commit' && parentSpanId === turn?.spanId);
  expect(turn).toBeDefined();
  expect(commit?.traceId).toBe(turn?.traceId);
  expect(BigInt(commit?.startTimeUnixNano ?? 0)).toBeGreaterThanOrEqual(BigInt(turn?.startTimeUnixNano ?? 1));
  expect(BigInt(commit?.endTimeUnixNano ?? 1)).toBeLessThanOrEqual(BigInt(turn?.endTimeUnixNano ?? 0));
  expect(all.map(({ name }) => name)).toContain('request POST /v3/directline/conversations/:id/activities');
  expect(bodies.every((body) => body.startsWith('/v1/traces\n'))).toBe(true);
  expect(bodies.join()).toContain('returns-assistant');
  for (const secret of ['canary-trace', line.token]) expect(bodies.join()).not.toContain(secret);
});

test.each([
  { settings: {}, isLoaded: false },
  { settings: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, isLoaded: true },
])('with $settings the libraries are loaded: $isLoaded', async ({ settings, isLoaded }) => {
  const program = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ resolve: (name, context, next) => { seen.push(name); return next(name, context); } });
    const { readConfig } = await import('./src/config.ts');
    const { createApp } = await import('./src/app.ts');
    const { createLog } = await import('./src/log.ts');
    const { mkdtempSync, rmSync } = await import('node:fs');
    const dataDir = mkdtempSync('/tmp/returns-traced-');
    const app = await createApp(readConfig({ ...JSON.parse(process.argv[1]), DATA_DIR: dataDir, PORT: '0' }), createLog('silent'));
    await app.close();
    rmSync(dataDir, { recursive: true });
    console.log(seen.some((name) => /@opentelemetry.(?:sdk|exporter)/.test(name)));
    process.exit(0);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await once(child, 'close');
  expect(printed.trim()).toBe(String(isLoaded));
});
