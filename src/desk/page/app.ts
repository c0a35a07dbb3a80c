import type { IncomingMessage } from 'node:http';
import type { Store } from '../../store/store.ts';
import type { Uses } from '../../uses.ts';
import type { Desk } from '../desk.ts';
import type { DeskApp } from '../desk-app.ts';
import { mountSentFiles } from '../files/routes.ts';
import type { Accounts } from '../people/accounts.ts';
import { createInvitations } from '../people/invitations.ts';
import { mountInvitation } from '../people/page/invitation.ts';
import { mountPeople } from '../people/page/routes.ts';
import type { Passkeys } from '../people/passkeys/passkeys.ts';
import { mountPasskeys } from '../people/passkeys/routes.ts';
import type { SignOn } from '../people/sign-on/routes.ts';
import { mountScreen } from '../screen/routes.ts';
import { createScreen } from '../screen/screen.ts';
import type { Standings } from '../standing/standings.ts';
import { createAccess } from './access.ts';
import { createLogIn } from './log-in.ts';
import { mountDeskPage } from './page.ts';
import { mountDeskApi } from './routes.ts';
import type { DeskSessions } from './sessions.ts';
import { createDeskStreams } from './stream.ts';

/** Options of the desk's page. */
export interface PageDeps {
  desk: Desk;
  store: Store;
  standings: Standings;
  token: string;
  sessions: DeskSessions;
  accounts: Accounts;
  passkeys: Passkeys;
  /** Absent: it is not configured. */
  signOn: SignOn | undefined;
  /** Counts wrong tokens and passwords. */
  uses: Uses;
  now(): Date;
  /** The address at which customers reach this deployment; absent: the host they asked for. */
  publicUrl: string | undefined;
}

/** The desk in the browser, and its API. People who look at it are told by its streams, so it needs no notifier. */
export function createPage(deps: PageDeps): DeskApp {
  const { desk, store, standings, sessions, accounts, now, publicUrl } = deps;
  const invitations = createInvitations({ accounts, now });
  // The link is shown to who asked at this address, and to nobody else.
  const siteOf = ({ headers }: IncomingMessage): string => publicUrl ?? `http://${headers.host}`;
  return {
    mount(server, { limits }) {
      const access = createAccess({ ...deps, limits });
      const streams = createDeskStreams(desk);
      sessions.watchEnds(() => void streams.check().catch(() => undefined));
      const logIn = createLogIn({ ...deps, access, limits, hasSignOn: deps.signOn !== undefined });
      mountDeskPage(server, { sessions, logIn });
      mountPeople(server, { ...deps, access, invitations, limits, siteOf });
      mountPasskeys(server, { ...deps, access });
      deps.signOn?.mount(server, { sessions });
      mountInvitation(server, { access, sessions, invitations });
      mountSentFiles(server, { desk });
      mountDeskApi(server, { desk, standings, access, streams, now });
      mountScreen(server, { screen: createScreen(store, now), access, store });
      return streams;
    },
  };
}
