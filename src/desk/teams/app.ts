import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Policies } from '../../dialogs/turns/policies.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { DeskApp } from '../desk-app.ts';
import type { DeskNotifier } from '../notifier.ts';
import { words } from '../words/words.ts';
import { type CardAnswer, createActions, failed } from './actions.ts';
import { agentOf, isFromAgent, isInChannel, type TeamsSettings } from './agents.ts';
import { createTeamsClient } from './client.ts';
import type { TeamsActivity } from './events.ts';
import { adoptThread, TEAMS } from './links.ts';
import { createTeamsNotifier } from './notifier.ts';
import { createThread, isBotMentioned } from './thread.ts';

/** Teams as a desk; `colleagues` takes what people do there, for they come by the same address as customers. */
export interface TeamsApp extends DeskApp {
  notifier: DeskNotifier;
  colleagues: {
    /** True if an activity is no customer's. */
    concerns(activity: TeamsActivity): boolean;
    /** Takes such an activity, `text` being what was written in it; the answer to an invoke is its body. */
    take(activity: TeamsActivity, text: string): Promise<CardAnswer | undefined>;
  };
}

/** Puts Teams together: what tells it of cases, and what takes what people do there. */
export function createTeams(deps: {
  settings: TeamsSettings;
  desk: Desk;
  store: Store;
  policies: Pick<Policies, 'current'>;
  /** The bearer token for Teams. */
  token(): Promise<string | undefined>;
  /** The address of the desk in the browser. */
  deskUrl: string;
  now(): Date;
  log: Logger;
}): TeamsApp {
  const { settings, log } = deps;
  const { channel, serviceUrl } = settings;
  const client = createTeamsClient({ ...deps, serviceUrl });
  const onAction = createActions(deps);
  const onMessage = createThread({
    ...deps,
    client,
    channel,
    onUnanswered: (activityId, { status, error }) =>
      log.warn({ activityId, status, ...(error !== undefined && { err: error }) }, 'an agent got no answer in Teams'),
  });
  return {
    notifier: createTeamsNotifier({ ...deps, client, channel }),
    colleagues: {
      concerns(activity) {
        if (activity.channelId !== 'msteams') return false;
        if (isCardAction(activity) || isFromAgent(activity, settings)) return true;
        // The leave to read the channel of cases opens the others of its team, too: what is not said to the bot there is no customer's.
        return activity.conversation.conversationType === 'channel' && !isBotMentioned(activity);
      },
      async take(activity, text) {
        const isAgent = isFromAgent(activity, settings);
        if (!isCardAction(activity)) {
          if (isAgent && activity.type === 'message') await onMessage(activity, text);
          return undefined;
        }
        if (!isAgent) return failed(403, 'not-an-agent', words.teams.notAnAgent);
        if (isInChannel(activity, channel)) await adoptThread(deps.store, activity);
        const viewers = isInChannel(activity, channel) ? [] : [activity.from?.id ?? ''];
        return onAction({
          value: activity.value,
          by: agentOf(activity),
          key: `${TEAMS} ${activity.id ?? randomUUID()}`,
          viewers,
        });
      },
    },
  };
}

function isCardAction({ type, name }: TeamsActivity): boolean {
  return type === 'invoke' && name === 'adaptiveCard/action';
}
