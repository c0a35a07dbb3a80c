import type { Request, Server } from 'restify';
import { z } from 'zod';
import { readJson } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { Access } from '../page/access.ts';
import type { DeskSession } from '../page/sessions.ts';
import { draftPlaceSchema } from './drafts.ts';
import { choicesSchema, type Screen } from './screen.ts';

const reference = draftPlaceSchema.shape.reference;
const mostFields = 20;
const mostCharacters = 5_000;
const values = z
  .record(z.string().max(40), z.string().max(mostCharacters))
  .refine((record) => Object.keys(record).length <= mostFields, 'too many fields');
const draftSchema = draftPlaceSchema.extend({ values });
const readSchema = z.strictObject({ reference, revision: z.number().int().min(0) });
const viewingSchema = z.strictObject({ reference: reference.optional(), isTyping: z.boolean().default(false) });

/** Mounts what the desk's page keeps for itself under `/desk/screen`: for browsers alone, and no part of the API. */
export function mountScreen(server: Server, deps: { screen: Screen; access: Access; store: CaseReader }): void {
  const { screen, access } = deps;
  server.get('/desk/screen', async (req, res) => {
    const { agent } = browser(await access.reader(req));
    const body = JSON.stringify(await screen.remembered(agent));
    res.sendRaw(200, body, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });
  takes('drafts', draftSchema, async ({ agent }, draft) => {
    if (!(await screen.drafts.keep(agent.id, draft))) throw unknownCase();
  });
  takes('read', readSchema, async ({ agent }, { reference: of, revision }) => {
    const found = await deps.store.case(of);
    if (!found) throw unknownCase();
    await screen.marks.read(agent.id, { reference: of, conversationId: found.conversationId, revision });
  });
  takes('viewing', viewingSchema, async ({ agent, sid }, { reference: of, isTyping }) => {
    await screen.viewers.tell({ agent, sessionId: sid }, of === undefined ? undefined : { reference: of, isTyping });
  });
  takes('choices', choicesSchema, ({ agent }, choices) => screen.choose(agent, choices));

  function takes<T>(path: string, schema: z.ZodType<T>, keep: (session: DeskSession, given: T) => Promise<void>): void {
    server.post(`/desk/screen/${path}`, async (req, res) => {
      const session = browser(await access.writer(req));
      await keep(session, await given(req, schema));
      res.sendRaw(204, '', { 'Cache-Control': 'no-store' });
    });
  }
}

type CaseReader = { case(reference: string): Promise<{ conversationId: string } | undefined> };

function browser(caller: Awaited<ReturnType<Access['reader']>>): DeskSession {
  if (caller.kind === 'browser') return caller.session;
  throw new HttpError(403, 'browser-only', 'this is for the desk’s page; see /desk/api for programs');
}

async function given<T>(req: Request, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(await readJson(req));
  if (read.success) return read.data;
  throw new HttpError(400, 'invalid-body', z.prettifyError(read.error));
}

function unknownCase(): HttpError {
  return new HttpError(404, 'unknown-case', 'there is no case with this reference');
}
