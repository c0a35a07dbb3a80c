import { z } from 'zod';
import type { Agent } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';
import { createDrafts, type Draft, type Drafts } from './drafts.ts';
import { createMarks, type Marks } from './marks.ts';
import { createViewers, type Viewer, type Viewers } from './viewers.ts';

export const choicesSchema = z.strictObject({
  /** A sound when something new comes that is not seen. */
  sound: z.boolean(),
  /** A notification of the desktop, where the browser was allowed to show some. */
  notifications: z.boolean(),
});
/** How an agent wants to hear of news. */
export type Choices = z.infer<typeof choicesSchema>;

/** What a desk's page of one agent remembers, whatever browser it is opened in. */
export interface Remembered {
  drafts: Draft[];
  /** By reference: messages of customers that came after the agent looked last; 0 where all is read. */
  read: Record<string, number>;
  /** The others who have a case open. */
  viewers: Viewer[];
  choices: Choices;
}

/** What the desk's page remembers for its agents. */
export interface Screen {
  drafts: Pick<Drafts, 'keep'>;
  marks: Pick<Marks, 'read'>;
  viewers: Pick<Viewers, 'tell'>;
  remembered(agent: Agent): Promise<Remembered>;
  choose(agent: Agent, choices: Choices): Promise<void>;
}

type ScreenStore = Pick<Store, 'case' | 'messagesSince' | 'keepDeskRow' | 'deskRow' | 'deskRows' | 'dropDeskRow'>;

export function createScreen(store: ScreenStore, now: () => Date): Screen {
  const drafts = createDrafts(store, now);
  const marks = createMarks(store, now);
  const viewers = createViewers(store, now);

  async function choicesOf({ id }: Agent): Promise<Choices> {
    const row = await store.deskRow('choices', id, '');
    return choicesSchema.safeParse(row?.data).data ?? { sound: false, notifications: false };
  }

  return {
    drafts,
    marks,
    viewers,
    async remembered(agent) {
      const [begun, read, others, choices] = await Promise.all([
        drafts.of(agent.id),
        marks.unread(agent.id),
        viewers.others(agent.id),
        choicesOf(agent),
      ]);
      return { drafts: begun, read, viewers: others, choices };
    },
    async choose({ id }, choices) {
      await store.keepDeskRow({ kind: 'choices', owner: id, key: '', data: choices, at: now().toISOString() });
    },
  };
}
