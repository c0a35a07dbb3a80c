import { z } from 'zod';
import type { Agent } from '../../machines/case.ts';
import { agentName } from '../agents.ts';
import { words } from '../words/words.ts';

const prefix = 'chatwoot:';

/** A user of Chatwoot as an agent of the desk; customers see the name. */
export const chatwootUserSchema = z
  .object({ id: z.number(), name: z.string().nullish(), available_name: z.string().nullish() })
  .transform(({ id, name, available_name: shown }): Agent => ({ id: `${prefix}${id}`, name: agentName(shown, name) }));

/** Somebody in Chatwoot, where it does not say who. */
export const somebody: Agent = { id: `${prefix}somebody`, name: agentName() };

/** A rule of Chatwoot that writes by itself: an automation, an out-of-office message, a survey. */
export const automation: Agent = { id: `${prefix}automation`, name: words.case.theShop };

/** True if somebody works in Chatwoot. */
export function isInChatwoot({ id }: Pick<Agent, 'id'>): boolean {
  return id.startsWith(prefix);
}

/** Their number in Chatwoot. */
export function chatwootIdOf({ id }: Pick<Agent, 'id'>): number | undefined {
  const number = isInChatwoot({ id }) ? id.slice(prefix.length) : '';
  return /^\d+$/.test(number) ? Number(number) : undefined;
}
