import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { DeskApp } from '../desk-app.ts';
import type { ChatwootSettings } from './calls.ts';
import { createChatwootApi } from './client.ts';
import { createLinks } from './links.ts';
import { createChatwootNotifier } from './notifier.ts';
import { mountChatwoot } from './routes.ts';
import { createThread } from './thread.ts';

/** Puts Chatwoot together: what tells it of cases, and what its webhook needs. */
export function createChatwoot(deps: {
  settings: ChatwootSettings;
  store: Store;
  desk: Desk;
  deskUrl: string;
  now(): Date;
  log: Logger;
}): DeskApp {
  const { settings, now } = deps;
  const api = createChatwootApi(settings, now);
  const links = createLinks({ ...deps, api });
  return {
    notifier: createChatwootNotifier({ ...deps, api, links }),
    mount(server) {
      mountChatwoot(server, { settings, onEvent: createThread({ ...deps, api, links }), now, log: deps.log });
      return undefined;
    },
  };
}
