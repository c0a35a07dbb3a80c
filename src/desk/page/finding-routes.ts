import type { Response, Server } from 'restify';
import type { z } from 'zod';
import { readJson } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { Desk } from '../desk.ts';
import { type CaseFilters, caseFiltersSchema } from '../finding/case-page.ts';
import { savedViewSchema } from '../finding/views.ts';
import { words } from '../words/words.ts';
import type { Access, Caller } from './access.ts';

/** Mounts finding cases, and what agents save of it, under `/desk/api`. */
export function mountFinding(server: Server, { desk, access }: { desk: Desk; access: Access }): void {
  server.get('/desk/api/cases', async (req, res) => {
    const caller = await access.reader(req);
    sendJson(res, await desk.find(filtersIn(req.url), agentIn(caller)));
  });
  server.get('/desk/api/views', async (req, res) => {
    const caller = await access.reader(req);
    sendJson(res, { views: await desk.views.of(ownerOf(caller)) });
  });
  server.post('/desk/api/views', async (req, res) => {
    const owner = ownerOf(await access.writer(req));
    const view = read(savedViewSchema, await readJson(req));
    if (!(await desk.views.keep(owner, view))) {
      throw new HttpError(409, 'too-many-views', words.finding.views.tooMany);
    }
    sendJson(res, { views: await desk.views.of(owner) });
  });
  server.post('/desk/api/views/delete', async (req, res) => {
    const owner = ownerOf(await access.writer(req));
    const { name } = read(savedViewSchema.pick({ name: true }), await readJson(req));
    await desk.views.drop(owner, name);
    sendJson(res, { views: await desk.views.of(owner) });
  });
}

function agentIn(caller: Caller): string | undefined {
  return caller.kind === 'browser' ? caller.session.agent.id : undefined;
}

/** Machines share what they save. */
function ownerOf(caller: Caller): string {
  return agentIn(caller) ?? 'machines';
}

/** Reads the filters of an address; throws 400. */
function filtersIn(url = ''): CaseFilters {
  return read(caseFiltersSchema, Object.fromEntries(new URL(url, 'http://localhost').searchParams));
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new HttpError(400, 'invalid-filter', [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
}

function sendJson(res: Response, body: object): void {
  res.sendRaw(200, JSON.stringify(body), { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
