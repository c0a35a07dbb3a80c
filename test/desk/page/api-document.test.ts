import { readFileSync } from 'node:fs';
import restify from 'restify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { withApiSchemas } from '../../../scripts/api/document.ts';
import { mountDeskApi } from '../../../src/desk/page/routes.ts';
import { deskShop } from '../desk-shop.ts';

const text = readFileSync(new URL('../../../docs/api.yaml', import.meta.url), 'utf8');
const schemaObject = z.record(z.string(), z.unknown());
const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  responses: z.record(z.string().regex(/^\d{3}$/), z.unknown()),
});
const documentSchema = z.looseObject({
  openapi: z.string().startsWith('3.1.'),
  paths: z.record(
    z.string().startsWith('/'),
    z.looseObject({ get: operationSchema.optional(), post: operationSchema.optional() }),
  ),
  components: z.looseObject({
    schemas: z.record(z.string(), schemaObject),
    responses: z.record(z.string(), schemaObject),
  }),
});
const document = documentSchema.parse(parse(text));

/** What an operation with these words answers with this status, as zod reads its schema. */
function answerOf(operationId: string, status: number): z.ZodType {
  const operations = Object.values(document.paths).flatMap(({ get, post }) => [get, post]);
  const answer = operations.find((one) => one?.operationId === operationId)?.responses[String(status)];
  const { $ref } = z.object({ $ref: z.string().optional() }).parse(answer);
  const name = $ref?.split('/').at(-1);
  const response = name === undefined ? answer : document.components.responses[name];
  const json = z
    .object({ content: z.object({ 'application/json': z.object({ schema: schemaObject }) }) })
    .parse(response);
  const definitions = JSON.stringify({
    ...json.content['application/json'].schema,
    $defs: document.components.schemas,
  });
  return z.fromJSONSchema(JSON.parse(definitions.replaceAll('#/components/schemas/', '#/$defs/')));
}

describe('docs/api.yaml', () => {
  test('has the shapes that the code has; if not: npm run api', () => {
    expect(text).toBe(withApiSchemas(text));
  });

  test('has every route of the desk, and no other', () => {
    const server = restify.createServer({ name: '' });
    onTestFinished(() => server.close());
    mountDeskApi(server, {} as Parameters<typeof mountDeskApi>[1]);
    const routes = (server.getDebugInfo() as { routes: { method: string; path: string }[] }).routes;
    const mounted = routes.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(document.paths).flatMap(([path, { get, post }]) => [
      ...(get ? [`get ${path}`] : []),
      ...(post ? [`post ${path}`] : []),
    ]);
    expect(described.sort()).toEqual(mounted.sort());
  });

  test('names each operation once, and every reference leads somewhere', () => {
    const ids = Object.values(document.paths).flatMap(({ get, post }) =>
      [get, post].flatMap((one) => one?.operationId ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, path = ''] of text.matchAll(/\$ref: '#\/([^']+)'/g)) {
      const target = path
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect(target, path).toBeDefined();
    }
  });

  test('says exactly what the desk answers', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting('tool-shop', [
      'It does not work properly',
      'EQ-1001',
      'anna@example.com',
      'None',
    ]);
    const check = (facts: object) => shop.post('policy-check', { by: undefined, policy: 'fortnight-shop', facts });
    const path = `cases/${reference}`;
    const ruling = { ruling: 'approve', resolution: 'return', reason: 'We know you.' };
    const answers = [
      ['listCases', await shop.get('cases')],
      ['listPolicies', await shop.get('policies')],
      ['checkPolicy', await check({})],
      ['checkPolicy', await check({ reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-10' })],
      ['checkPolicy', await check({ reason: 'fun' })],
      ['readCase', await shop.get(path)],
      ['readCase', await shop.get('cases/ZZZZ-9999')],
      ['handBackCase', await shop.post(`${path}/hand-back`)],
      ['claimCase', await shop.post(`${path}/claim`)],
      ['claimCase', await shop.post(`${path}/claim`, { by: { id: 'bob', name: 'Bob' } })],
      ['sayInCase', await shop.post(`${path}/say`, { text: 'Hello' })],
      ['askInCase', await shop.post(`${path}/ask`, { fact: 'shoeSize' })],
      ['ruleOnCase', await shop.post(`${path}/rule`, ruling)],
      ['closeCase', await shop.post(`${path}/close`, { note: 7 })],
      ['listCases', await shop.get('cases', {})],
    ] as const;
    for (const [operation, { status, body }] of answers) {
      expect(answerOf(operation, status).safeParse(body).error, `${operation} ${status}`).toBeUndefined();
    }
    expect(answers.map(([, { status }]) => status)).toEqual([
      200, 200, 200, 200, 422, 200, 404, 409, 200, 409, 200, 409, 200, 400, 401,
    ]);
  });
});
