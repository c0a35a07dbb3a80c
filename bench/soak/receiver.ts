import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Findings } from './findings.ts';

const replySchema = z.object({ type: z.string(), id: z.string().optional(), replyToId: z.string().optional() });
const eventSchema = z.object({ type: z.string(), data: z.object({ reference: z.string() }) });

/** A reply as it came to the channel first. */
export interface Arrival {
  id: string;
  replyToId: string | undefined;
}

/** A channel's connector service and a webhook's receiver on this machine, which note all that comes. */
export interface Receiver {
  serviceUrl: string;
  webhookUrl: string;
  /** What came for a conversation of the channel, each once. */
  arrivals(conversationId: string): readonly Arrival[];
  /** Ids of the events of this type, by the reference of their case. */
  events(type: string): ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

/** Starts the receiver at a free port; what comes again under the same id with another content is a fault. */
export async function startReceiver(findings: Findings): Promise<Receiver> {
  const arrivals = new Map<string, Arrival[]>();
  const bodies = new Map<string, string>();
  const events = new Map<string, Map<string, Set<string>>>();

  function takeReply(conversationId: string, body: string): void {
    const { type, id, replyToId } = replySchema.parse(JSON.parse(body));
    if (type === 'typing') return;
    if (id === undefined) throw new Error('a reply without an id');
    const before = bodies.get(id);
    bodies.set(id, body);
    if (before !== undefined) {
      findings.repeated += 1;
      if (before !== body) findings.fault('repeat', `${id} came again with another content`);
      return;
    }
    const own = arrivals.get(conversationId) ?? [];
    if ((own.at(-1)?.id ?? '') > id) findings.fault('order', `${id} came to the channel after ${own.at(-1)?.id}`);
    arrivals.set(conversationId, [...own, { id, replyToId }]);
  }

  function takeEvent(headers: IncomingHttpHeaders, body: string): void {
    const { type, data } = eventSchema.parse(JSON.parse(body));
    const ofType = events.get(type) ?? new Map<string, Set<string>>();
    const ids = ofType.get(data.reference) ?? new Set();
    const id = String(headers['webhook-id']);
    if (ids.has(id)) findings.repeated += 1;
    events.set(type, ofType.set(data.reference, ids.add(id)));
  }

  const server = createServer(async (req, res) => {
    const body = await text(req);
    const [, , , conversationId = ''] = (req.url ?? '').split('/');
    if (req.url === '/webhook') takeEvent(req.headers, body);
    else takeReply(decodeURIComponent(conversationId), body);
    res.setHeader('content-type', 'application/json');
    res.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    serviceUrl,
    webhookUrl: `${serviceUrl}/webhook`,
    arrivals: (conversationId) => arrivals.get(conversationId) ?? [],
    events: (type) => events.get(type) ?? new Map(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
