import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { readBody } from '../../http/body.ts';
import type { InFlight } from '../../http/in-flight.ts';
import type { Store } from '../../store/store.ts';
import type { SlackMessage } from './events.ts';
import {
  isCertificateCheck,
  readEvent,
  readInteraction,
  readSlashCommand,
  type SlackCommand,
  type SlackInteraction,
} from './events.ts';
import { checkSignature } from './signature.ts';

/** A modal comes back with all its blocks. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Slack gives up after three seconds. */
const ANSWER_MS = 2_500;
/** Slack repeats an event for an hour at most. */
const REMEMBERED_MS = 24 * 60 * 60 * 1_000;

/** The handlers behind the routes. */
export interface SlackApp {
  onMessage(message: SlackMessage): Promise<void>;
  /** Resolves to what is answered, if anything. */
  onInteraction(interaction: SlackInteraction): Promise<object | undefined>;
  onCommand(command: SlackCommand): Promise<object | undefined>;
  /** Tells a person of an answer that came too late to be one. */
  onLate(interaction: SlackInteraction | SlackCommand, answer: object): Promise<void>;
  /** Tells a person that something went wrong here. */
  onFailure(user: string | undefined): Promise<void>;
}

export interface SlackRoutesDeps {
  app: SlackApp;
  signingSecret: string;
  store: Pick<Store, 'firstSeen'>;
  now(): Date;
  log: Logger;
}

/**
 * Mounts Slack's three routes. Each is answered within three seconds, whatever the rest takes; what comes twice, by
 * Slack's repeats or somebody's replay, is answered and does nothing.
 */
export function mountSlack(server: Server, deps: SlackRoutesDeps, inFlight: InFlight): void {
  const { app, log } = deps;
  const onOddField = (field: string): void => log.info({ field }, 'field of Slack not used');

  function isFirst(key: string): Promise<boolean> {
    const at = deps.now().getTime();
    return deps.store.firstSeen(
      `slack ${key}`,
      new Date(at).toISOString(),
      new Date(at - 2 * REMEMBERED_MS).toISOString(),
    );
  }

  /** `undefined` for Slack's look at our certificate, which is not signed, and does nothing whatever else it says. */
  async function signed(req: Request): Promise<{ body: Buffer; isReplay(): Promise<boolean> } | undefined> {
    const body = await readBody(req, BODY_LIMIT_BYTES);
    if (isCertificateCheck(body)) return undefined;
    const signature = checkSignature(req.headers, body, deps.signingSecret, deps.now());
    return { body, isReplay: async () => !(await isFirst(`request ${signature}`)) };
  }

  /** Work that goes on after the answer; a stop waits for it. */
  async function work<T>(user: string | undefined, run: () => Promise<T>): Promise<T | undefined> {
    const leave = inFlight.enter();
    try {
      return await run();
    } catch (error) {
      log.error({ err: error }, 'something from Slack failed');
      await app.onFailure(user);
      return undefined;
    } finally {
      leave();
    }
  }

  /** The answer if it comes in time; else an empty one, and the person is told later. */
  async function inTime(
    user: string,
    from: SlackInteraction | SlackCommand,
    run: () => Promise<object | undefined>,
  ): Promise<object | undefined> {
    const running = work(user, run);
    const late = Symbol('late');
    const answer = await Promise.race([running, wait(ANSWER_MS, late, { ref: false })]);
    if (answer !== late) return answer as object | undefined;
    void work(user, async () => {
      const missed = await running;
      if (missed) await app.onLate(from, missed);
    });
    return undefined;
  }

  server.post('/slack/events', async (req, res) => {
    const request = await signed(req);
    if (!request) return send(res);
    const event = readEvent(request.body, onOddField);
    if (event.kind === 'challenge') return send(res, { challenge: event.challenge });
    if (event.kind === 'message' && (await isFirst(`event ${event.eventId}`))) {
      void work(event.message.user, () => app.onMessage(event.message));
    }
    send(res);
  });

  server.post('/slack/interactions', async (req, res) => {
    const request = await signed(req);
    const interaction = request && readInteraction(request.body, onOddField);
    if (!interaction || (await request.isReplay())) return send(res);
    if (interaction.type === 'block_actions') {
      void work(interaction.user.id, () => app.onInteraction(interaction));
      return send(res);
    }
    send(res, await inTime(interaction.user.id, interaction, () => app.onInteraction(interaction)));
  });

  server.post('/slack/commands', async (req, res) => {
    const request = await signed(req);
    if (!request) return send(res);
    const command = readSlashCommand(request.body, onOddField);
    if (await request.isReplay()) return send(res);
    send(res, await inTime(command.user_id, command, () => app.onCommand(command)));
  });
}

function send(res: Response, answer?: object): void {
  res.sendRaw(200, answer === undefined ? '' : JSON.stringify(answer), {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  });
}
