import type { Agent } from '../../machines/case.ts';
import { agentName } from '../agents.ts';
import type { TeamsActivity } from './events.ts';

/** The Teams channel where people take cases over. */
export interface TeamsSettings {
  /** The channel's id, e.g. `19:…@thread.tacv2`. */
  channel: string;
  serviceUrl: string;
  /** The Entra object ids of those who may do so in a personal chat, in lower case. */
  agents: string[];
}

const prefix = 'teams:';

/** A user of Teams as an agent of the desk; customers see the name. */
export function agentOf({ from }: Pick<TeamsActivity, 'from'>): Agent {
  return { id: `${prefix}${from?.aadObjectId ?? from?.id ?? ''}`, name: agentName(from?.name) };
}

/** True if somebody works in Teams. */
export function isInTeams({ id }: Agent): boolean {
  return id.startsWith(prefix);
}

/** True if an activity comes from the channel of cases, where only members of its team can write. */
export function isInChannel({ conversation }: Pick<TeamsActivity, 'conversation'>, channel: string): boolean {
  return conversation.id.split(';')[0] === channel;
}

/**
 * True if its sender may work on cases there: anybody in the channel, and those who are named in a chat of their own.
 */
export function isFromAgent(activity: TeamsActivity, { channel, agents }: TeamsSettings): boolean {
  if (isInChannel(activity, channel)) return true;
  const { conversation, from } = activity;
  const isPersonal = conversation.conversationType === 'personal' && conversation.isGroup !== true;
  return isPersonal && typeof from?.aadObjectId === 'string' && agents.includes(from.aadObjectId.toLowerCase());
}
