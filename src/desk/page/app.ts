import type { Uses } from '../../uses.ts';
import type { Desk } from '../desk.ts';
import type { DeskApp } from '../desk-app.ts';
import { mountSentFiles } from '../files/routes.ts';
import { createAccess } from './access.ts';
import { mountDeskPage } from './page.ts';
import { mountDeskApi } from './routes.ts';
import type { DeskSessions } from './sessions.ts';
import { createDeskStreams } from './stream.ts';

/** Options of the desk's page. */
export interface PageDeps {
  desk: Desk;
  token: string;
  sessions: DeskSessions;
  /** Counts wrong tokens. */
  uses: Uses;
  now(): Date;
  /** The address at which customers reach this deployment; absent: the host they asked for. */
  publicUrl: string | undefined;
}

/** The desk in the browser, and its API. People who look at it are told by its streams, so it needs no notifier. */
export function createPage({ desk, token, sessions, uses, now, publicUrl }: PageDeps): DeskApp {
  return {
    mount(server, { limits }) {
      const access = createAccess({ token, sessions, limits, uses, now, publicUrl });
      const streams = createDeskStreams(desk);
      mountDeskPage(server, { access, sessions });
      mountSentFiles(server, { desk });
      mountDeskApi(server, { desk, access, streams });
      return streams;
    },
  };
}
