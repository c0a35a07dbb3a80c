import { createBotToken } from './channels/botframework/authentication/authentication.ts';
import { cloudOf } from './channels/botframework/authentication/clouds.ts';
import type { Config } from './config.ts';
import { chatwootConnection } from './desk/doctor/chatwoot.ts';
import type { Connection } from './desk/doctor/doctor.ts';
import { slackConnection } from './desk/doctor/slack.ts';
import { teamsConnection } from './desk/doctor/teams.ts';
import { webhookConnection } from './desk/doctor/webhook.ts';

/** The connections to desks of this deployment, for `returns desk doctor`. */
export function connectionsOf({ slack, teams, chatwoot, webhook, bot }: Config): Connection[] {
  return [
    ...(slack ? [slackConnection(slack)] : []),
    ...(teams ? [teamsConnection(teams, createBotToken(bot, cloudOf(bot.channelService)))] : []),
    ...(chatwoot ? [chatwootConnection(chatwoot)] : []),
    ...(webhook ? [webhookConnection(webhook.url)] : []),
  ];
}
