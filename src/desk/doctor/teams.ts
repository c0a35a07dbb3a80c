import type { TeamsSettings } from '../teams/agents.ts';
import { fillIn, words } from '../words/words.ts';
import { type Connection, EXAMINE_MS, reasonIn } from './doctor.ts';

/** Asks Microsoft for the bot's token, and Teams who is in the channel. */
export function teamsConnection(
  { channel, serviceUrl }: TeamsSettings,
  token: () => Promise<string | undefined>,
): Connection {
  return {
    desk: 'teams',
    async examine() {
      const got = await token().then(
        (value) => ({ value }),
        (error: unknown) => ({ why: reasonIn(error) }),
      );
      if ('why' in got) return fillIn(words.doctor.teamsToken, { why: got.why });
      const path = `v3/conversations/${encodeURIComponent(channel)}/pagedmembers?pageSize=1`;
      const response = await fetch(`${serviceUrl}/${path}`, {
        headers: got.value === undefined ? {} : { authorization: `Bearer ${got.value}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(EXAMINE_MS),
      });
      await response.body?.cancel();
      return response.ok ? undefined : fillIn(sentenceOn(response.status), { why: response.status });
    },
  };
}

function sentenceOn(status: number): string {
  if (status === 401) return words.doctor.teamsService;
  return status === 403 || status === 404 ? words.doctor.teamsChannel : words.doctor.answered;
}
