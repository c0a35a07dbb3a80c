import type { Server } from 'restify';
import type { Desk } from '../desk.ts';
import { createAccess } from './access.ts';
import { mountDeskPage } from './page.ts';
import { mountDeskApi } from './routes.ts';
import type { DeskSessions } from './sessions.ts';
import { createDeskStreams, type DeskStreams } from './stream.ts';
import { createWrongTokens } from './wrong-tokens.ts';

/** What the desk stands on; `app.ts` puts it together. */
export interface DeskDeps {
  desk: Desk;
  token: string;
  sessions: DeskSessions;
  now(): Date;
}

/** Mounts the desk in the browser and its API; what it returns ends the streams when the server stops. */
export function mountDesk(server: Server, deps: DeskDeps & { publicUrl: string | undefined }): DeskStreams {
  const { desk, token, sessions, publicUrl } = deps;
  const access = createAccess({ token, sessions, wrongTokens: createWrongTokens(deps.now), publicUrl });
  const streams = createDeskStreams(desk);
  mountDeskPage(server, { access, sessions });
  mountDeskApi(server, { desk, access, streams });
  return streams;
}
