import type { AgentEvent } from '../../machines/agent.ts';
import type { Store } from '../../store/store.ts';
import { cut } from '../case/text/excerpts.ts';
import { colleaguesOf } from './colleagues.ts';
import { mentionsIn } from './mentions.ts';

/** In characters; a desk that knows no such limit has its notes cut there. */
export const maxNoteLength = 2_000;

/** A note with the colleagues whom it calls; anything else as it is. */
export async function addressed(store: Pick<Store, 'deskRows' | 'openCases'>, event: AgentEvent): Promise<AgentEvent> {
  if (event.type !== 'note') return event;
  const text = cut(event.text, maxNoteLength);
  const mentions = text.includes('@') ? mentionsIn(text, await colleaguesOf(store)) : [];
  return { ...event, text, mentions };
}
