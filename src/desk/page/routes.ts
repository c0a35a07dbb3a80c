import type { Request, Response, Server } from 'restify';
import type { Acted } from '../../dialogs/turns/turn.ts';
import { readJson } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { Agent } from '../../machines/case.ts';
import type { CaseView } from '../case/case-view.ts';
import { rulingOn } from '../case/rulings.ts';
import { refusalText } from '../case/text/refusal-text.ts';
import { callerCase } from '../check/caller-request.ts';
import type { Desk } from '../desk.ts';
import { mountFileUpload } from '../files/routes.ts';
import { isAtLeast } from '../people/roles.ts';
import { mountReplies } from '../replies/routes.ts';
import {
  correctedBy,
  type DeskRequest,
  deskActions,
  eventOf,
  readAgent,
  readCaller,
  readCheck,
  readKey,
  readPresence,
  readRequest,
} from '../requests.ts';
import type { Standings } from '../standing/standings.ts';
import { words } from '../words/words.ts';
import type { Access, Caller } from './access.ts';
import { sendFile } from './files.ts';
import { mountFinding } from './finding-routes.ts';
import { demandMeant } from './step-demands.ts';
import type { DeskStreams } from './stream.ts';

/** Options of the desk's API. */
export interface DeskApiDeps {
  desk: Desk;
  standings: Pick<Standings, 'colleagues' | 'set'>;
  access: Access;
  streams: DeskStreams;
  now(): Date;
}

/** Mounts the desk's API under `/desk/api`; `docs/api.yaml` describes it. */
export function mountDeskApi(server: Server, { desk, standings, access, streams, now }: DeskApiDeps): void {
  mountFinding(server, { desk, access });
  server.get('/desk/api/cases/:reference', async (req, res) => {
    await access.reader(req);
    sendJson(res, 200, { case: await caseOf(req) });
  });
  server.get('/desk/api/cases/:reference/related', async (req, res) => {
    await access.reader(req);
    sendJson(res, 200, { related: await desk.related(referenceOf(req)) });
  });
  server.get('/desk/api/policies', async (req, res) => {
    await access.reader(req);
    sendJson(res, 200, { policies: desk.policies() });
  });
  server.get('/desk/api/agents', async (req, res) => {
    await access.reader(req);
    sendJson(res, 200, { agents: await standings.colleagues() });
  });
  server.post('/desk/api/presence', async (req, res) => {
    const caller = await access.writer(req);
    const body = await readJson(req);
    await standings.set(agentOf(caller, body), readPresence(body));
    sendJson(res, 200, { agents: await standings.colleagues() });
  });
  server.get('/desk/api/colleagues', async (req, res) => {
    await access.reader(req);
    sendJson(res, 200, { colleagues: await desk.colleagues() });
  });
  server.get('/desk/api/outbox', async (req, res) => {
    await access.reader(req);
    sendJson(res, 200, { undelivered: await desk.undelivered() });
  });
  server.get('/desk/api/stream', async (req, res) => {
    const caller = await access.reader(req);
    await streams.open(res, () => access.isStillIn(caller));
  });
  server.get('/desk/api/files/:id', async (req, res) => {
    await access.reader(req);
    const file = await desk.file(String(req.params.id));
    if (!file) throw new HttpError(404, 'unknown-file', 'there is no file with this id');
    sendFile(res, file);
  });
  mountReplies(server, { access, desk });
  mountFileUpload(server, { access, desk });
  server.post('/desk/api/cases/:reference/typing', async (req, res) => {
    await access.writer(req);
    await desk.showTyping((await caseOf(req)).reference);
    sendJson(res, 202, {});
  });
  server.post('/desk/api/policy-check', async (req, res) => {
    await access.writer(req);
    const { policy, facts } = readCheck(await readJson(req));
    const check = desk.check({ policyId: policy, facts });
    if (!check) throw new HttpError(404, 'unknown-policy', 'there is no such policy');
    if (check.kind === 'error') sendJson(res, 422, { error: check.error });
    else sendJson(res, 200, check);
  });
  server.post('/desk/api/callers', async (req, res) => {
    const caller = await access.writer(req);
    const body = await readJson(req);
    const key = readKey(req.headers['idempotency-key'], body);
    const by = agentOf(caller, body);
    const request = readCaller(body);
    const check = desk.check({ policyId: request.policy, facts: request.facts });
    if (!check) throw new HttpError(404, 'unknown-policy', 'there is no such policy');
    if (check.kind === 'error') return sendJson(res, 422, { error: check.error });
    sendJson(res, 200, { reference: await desk.takeDown(callerCase(request, { by, key: `page ${by.id} ${key}` })) });
  });
  for (const action of deskActions) {
    server.post(`/desk/api/cases/:reference/${action}`, async (req, res) => act(action, req, res));
  }

  async function caseOf(req: Request): Promise<CaseView> {
    const view = await desk.view(referenceOf(req));
    if (!view) throw new HttpError(404, 'unknown-case', 'there is no case with this reference');
    return view;
  }

  async function filesToSend(reference: string, ids: string[] = []) {
    if (ids.length === 0) return {};
    const files = await desk.files.toSend(reference, ids);
    if (!files) throw new HttpError(400, 'unknown-file', words.speak.files.unknown);
    return { files };
  }

  /** From a browser a case goes to a colleague alone, by the name that they have here. */
  async function withKnown(caller: Caller, request: DeskRequest): Promise<DeskRequest> {
    if (request.action !== 'assign' || caller.kind === 'machine') return request;
    const { agent } = caller.session;
    const known = [agent, ...(await standings.colleagues())].find(({ id }) => id === request.to.id);
    if (!known) throw new HttpError(400, 'unknown-colleague', words.refusals.unknownColleague);
    return { ...request, to: { id: known.id, name: known.name } };
  }

  async function act(action: string, req: Request, res: Response): Promise<void> {
    const caller = await access.writer(req);
    const body = await readJson(req);
    const key = readKey(req.headers['idempotency-key'], body);
    const by = agentOf(caller, body);
    const request = await withKnown(caller, readRequest(action, body));
    const view = await caseOf(req);
    demandMeant(request, now());
    const ruling = request.action === 'rule' ? rulingOn(view, request) : undefined;
    if (request.action === 'rule' && !ruling) {
      throw new HttpError(400, 'no-such-grant', 'resolution: expected one of those in the case’s grants, or exception');
    }
    const event =
      request.action === 'rule'
        ? ({ type: 'rule', by, ruling: ruling as never, corrects: correctedBy(request.again) } as const)
        : eventOf(request, by, isLead(caller));
    const files = request.action === 'say' ? await filesToSend(view.reference, request.files) : {};
    const acted = await desk.act({ reference: view.reference, event: { ...event, ...files }, key });
    if (acted.kind === 'done') return sendJson(res, 200, { case: await caseOf(req) });
    sendJson(res, 409, { error: refusalOf(acted) });
  }
}

function isLead(caller: Caller): boolean {
  return caller.kind === 'machine' || isAtLeast(caller.session.role, 'lead');
}

function agentOf(caller: Caller, body: unknown): Agent {
  return caller.kind === 'browser' ? caller.session.agent : readAgent(body);
}

/** References are read over the phone, so their case does not matter. */
function referenceOf({ params }: Request): string {
  return String(params.reference ?? '')
    .trim()
    .toUpperCase();
}

/** The reason why a step is refused, in words. */
function refusalOf(refusal: Exclude<Acted, { kind: 'done' }>) {
  switch (refusal.kind) {
    case 'taken':
      return { code: 'taken', message: refusalText(refusal), by: refusal.by };
    case 'not-in-this-state':
      return {
        code: 'not-in-this-state',
        message: refusalText(refusal),
        state: refusal.state,
      };
    case 'ruled-since':
      return { code: 'ruled-since', message: refusalText(refusal), by: refusal.by };
    case 'form-sent':
      return { code: 'form-sent', message: refusalText(refusal), rma: refusal.rma };
    case 'no-such-question':
      return { code: 'no-such-question', message: refusalText(refusal), fact: refusal.fact };
    case 'cannot-merge':
      return { code: 'cannot-merge', message: refusalText(refusal), because: refusal.because };
    case 'no-chat':
      return { code: 'no-chat', message: refusalText(refusal) };
    case 'no-case':
      return { code: 'superseded', message: refusalText(refusal) };
  }
}

function sendJson(res: Response, status: number, body: object): void {
  res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
