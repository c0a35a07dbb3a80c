import type { Server } from 'restify';
import { createSlidingWindow } from '../../sliding-window.ts';
import type { Desk } from '../desk.ts';
import { createAccess } from './access.ts';
import { mountDeskPage } from './page.ts';
import { mountDeskApi } from './routes.ts';
import type { DeskSessions } from './sessions.ts';
import { createDeskStreams, type DeskStreams } from './stream.ts';

/** What the desk stands on; `app.ts` puts it together. */
export interface DeskDeps {
  desk: Desk;
  token: string;
  sessions: DeskSessions;
  now(): Date;
}

/** Nobody can try many: ten wrong tokens a minute from one address. */
const wrongTokensByAddress = { limit: 10, lengthMs: 60_000, mostKeys: 10_000 };

/** Mounts the desk in the browser and its API; what it returns ends the streams when the server stops. */
export function mountDesk(server: Server, deps: DeskDeps & { publicUrl: string | undefined }): DeskStreams {
  const { desk, token, sessions, publicUrl } = deps;
  const wrongTokens = createSlidingWindow({ ...wrongTokensByAddress, now: deps.now });
  const access = createAccess({ token, sessions, wrongTokens, publicUrl });
  const streams = createDeskStreams(desk);
  mountDeskPage(server, { access, sessions });
  mountDeskApi(server, { desk, access, streams });
  return streams;
}
