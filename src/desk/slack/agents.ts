import { setTimeout as wait } from 'node:timers/promises';
import type { Agent } from '../../machines/case.ts';
import { agentName } from '../agents.ts';
import type { SlackApi } from './client.ts';

const KEEP_MS = 60 * 60 * 1_000;
const MAX_NAMES = 1_000;
/** Somebody waits for what comes after it. */
const LOOK_UP_MS = 1_200;
const prefix = 'slack:';

/** A user of Slack as an agent of the desk; customers see the name. */
export type Agents = (user: string, fallback?: string) => Promise<Agent>;

/** Looks names up once an hour; where Slack does not answer in time, it is the name that came with the click. */
export function createAgents(api: Pick<SlackApi, 'users'>, now: () => Date): Agents {
  const known = new Map<string, { name: string; until: number }>();

  async function lookUp(user: string): Promise<string | undefined> {
    const { user: found } = await api.users.info({ user });
    const { display_name: shown, real_name: full } = found?.profile ?? {};
    const name = [shown, full, found?.real_name].find((one) => one?.trim());
    if (name === undefined) return undefined;
    if (known.size >= MAX_NAMES) known.clear();
    known.set(user, { name, until: now().getTime() + KEEP_MS });
    return name;
  }

  return async (user, fallback) => {
    const kept = known.get(user);
    if (kept && kept.until > now().getTime()) return { id: `${prefix}${user}`, name: agentName(kept.name) };
    const found = await Promise.race([
      lookUp(user).catch(() => undefined),
      wait(LOOK_UP_MS, undefined, { ref: false }),
    ]);
    return { id: `${prefix}${user}`, name: agentName(found, fallback) };
  };
}

/** True if somebody works in Slack. */
export function isInSlack({ id }: Agent): boolean {
  return id.startsWith(prefix);
}
