import { z } from 'zod';
import { ChatwootError, type ChatwootSettings, createCall } from '../chatwoot/calls.ts';
import { fillIn, words } from '../words/words.ts';
import type { Connection } from './doctor.ts';

const inboxSchema = z.object({ channel_type: z.string().nullish() });

/** Reads the inbox: https://developers.chatwoot.com/api-reference/inboxes/get-an-inbox */
export function chatwootConnection(settings: ChatwootSettings): Connection {
  const call = createCall(settings, () => new Date());
  return {
    desk: 'chatwoot',
    async examine() {
      try {
        const { channel_type: kind } = await call(inboxSchema, 'GET', `inboxes/${settings.inbox}`);
        return (kind ?? 'Channel::Api') === 'Channel::Api' ? undefined : words.doctor.chatwootKind;
      } catch (error) {
        if (!(error instanceof ChatwootError)) throw error;
        return fillIn(sentenceOn(error.status), { why: error.status });
      }
    },
  };
}

function sentenceOn(status: number): string {
  if (status === 401 || status === 403) return words.doctor.chatwootToken;
  return status === 404 ? words.doctor.chatwootInbox : words.doctor.answered;
}
