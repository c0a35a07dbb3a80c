import { createSlackApi, outcomeOf, reasonOf, type SlackSettings } from '../slack/client.ts';
import { fillIn, words } from '../words/words.ts';
import type { Connection } from './doctor.ts';

const ofToken = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);
const ofChannel = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);

/** Reads the newest message of the channel, as the app does. */
export function slackConnection(settings: SlackSettings): Connection {
  const api = createSlackApi(settings);
  return {
    desk: 'slack',
    async examine() {
      try {
        await api.conversations.history({ channel: settings.channel, limit: 1 });
        return undefined;
      } catch (error) {
        const why = reasonOf(error) ?? String(outcomeOf(error).status ?? '');
        if (why === '') throw error;
        if (why === 'missing_scope') return words.doctor.slackScope;
        const { slackToken, slackChannel, answered } = words.doctor;
        const sentence = ofToken.has(why) ? slackToken : ofChannel.has(why) ? slackChannel : answered;
        return fillIn(sentence, { why });
      }
    },
  };
}
