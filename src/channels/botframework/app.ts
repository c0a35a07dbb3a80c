import type { Store } from '../../store/store.ts';
import type { Channel } from '../channel.ts';
import { createDelivery, hostOf } from './delivery/delivery.ts';
import { BOT_FRAMEWORK } from './reference.ts';
import { type BotFrameworkDeps, mountBotFramework } from './routes.ts';

/** Teams and every other channel of Azure Bot Service: replies are posted to the address that a customer wrote from. */
export function createBotFramework(deps: BotFrameworkDeps & { store: Pick<Store, 'knownConversation'> }): Channel {
  const { store, connector, replyTargets } = deps;
  return {
    id: BOT_FRAMEWORK,
    mount: (server, host) => mountBotFramework(server, { ...deps, ...host }),
    deliver: createDelivery({ store, connector, replyTargets }),
    hostOf,
  };
}
