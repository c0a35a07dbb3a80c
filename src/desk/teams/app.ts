import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { InboundActivity } from '../../channels/botframework/inbound.ts';
import type { Policies } from '../../dialogs/turns/policies.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { words } from '../words/words.ts';
import { type CardAnswer, createActions, failed } from './actions.ts';
import { agentOf, isFromAgent, isInChannel, type TeamsSettings } from './agents.ts';
import { createTeamsClient } from './client.ts';
import { adoptThread, TEAMS } from './links.ts';
import { createTeamsNotifier } from './notifier.ts';
import { createThread, isBotMentioned } from './thread.ts';

/** The agents' side of Teams, which shares the customers' address. */
export interface TeamsDesk {
  /** Whether an activity is no customer's. */
  concerns(activity: InboundActivity): boolean;
  /** Takes such an activity; the answer to an invoke is its body. */
  take(activity: InboundActivity): Promise<CardAnswer | undefined>;
}

/** Puts Teams together: what tells it of cases, and what takes what people do there. */
export function createTeams(deps: {
  settings: TeamsSettings;
  desk: Desk;
  store: Store;
  policies: Pick<Policies, 'current'>;
  /** The bearer token for Teams. */
  token(): Promise<string | undefined>;
  /** Where people work in the browser. */
  deskUrl: string;
  now(): Date;
  log: Logger;
}): { notifier: DeskNotifier; desk: TeamsDesk } {
  const { settings, log } = deps;
  const { channel, serviceUrl } = settings;
  const client = createTeamsClient({ ...deps, serviceUrl });
  const press = createActions(deps);
  const hear = createThread({
    ...deps,
    client,
    channel,
    onUnanswered: (activityId, { status, error }) =>
      log.warn({ activityId, status, ...(error !== undefined && { err: error }) }, 'an agent got no answer in Teams'),
  });
  return {
    notifier: createTeamsNotifier({ ...deps, client, channel }),
    desk: {
      concerns(activity) {
        if (activity.channelId !== 'msteams') return false;
        if (isCardAction(activity) || isFromAgent(activity, settings)) return true;
        // The leave to read the channel of cases opens the others of its team, too: what is not said to the bot there is no customer's.
        return activity.conversation.conversationType === 'channel' && !isBotMentioned(activity);
      },
      async take(activity) {
        const isAgent = isFromAgent(activity, settings);
        if (!isCardAction(activity)) {
          if (isAgent && activity.type === 'message') await hear(activity);
          return undefined;
        }
        if (!isAgent) return failed(403, 'not-an-agent', words.teams.notAnAgent);
        if (isInChannel(activity, channel)) await adoptThread(deps.store, activity);
        const viewers = isInChannel(activity, channel) ? [] : [activity.from?.id ?? ''];
        return press({
          value: activity.value,
          by: agentOf(activity),
          key: `${TEAMS} ${activity.id ?? randomUUID()}`,
          viewers,
        });
      },
    },
  };
}

function isCardAction({ type, name }: InboundActivity): boolean {
  return type === 'invoke' && name === 'adaptiveCard/action';
}
