import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import type { Desk, DeskSink } from '../desk.ts';
import { createChatwootApi } from './api.ts';
import type { ChatwootSettings } from './calls.ts';
import { createInbound } from './inbound.ts';
import { createPlaces } from './places.ts';
import type { ChatwootRoutesDeps } from './routes.ts';
import { createChatwootSink } from './sink.ts';

/** Puts Chatwoot together: what tells it of cases, and what its webhook needs. */
export function createChatwoot(deps: {
  settings: ChatwootSettings;
  store: Store;
  desk: Desk;
  deskUrl: string;
  now(): Date;
  log: Logger;
}): { sink: DeskSink; routes: ChatwootRoutesDeps } {
  const { settings, now } = deps;
  const api = createChatwootApi(settings, now);
  const places = createPlaces({ ...deps, api });
  return {
    sink: createChatwootSink({ ...deps, api, places }),
    routes: { settings, hear: createInbound({ ...deps, api, places }), now },
  };
}
