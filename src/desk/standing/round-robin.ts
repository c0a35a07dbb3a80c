import { z } from 'zod';
import { createQueue } from '../../dialogs/turns/queue.ts';
import type { Agent } from '../../machines/case.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { words } from '../words/words.ts';
import type { Standings } from './standings.ts';

const kind = 'assign';

/** In whose name cases are given in turn. */
const inTurn: Agent = { id: 'round-robin', name: words.case.theShop };

const payloadSchema = z.object({ reference: z.string() });

/**
 * Gives each new case to the person who is there, has room, and was given one longest ago. Where nobody is, it waits as
 * every case does.
 */
export function createRoundRobin(deps: {
  desk: Pick<Desk, 'view' | 'act'>;
  standings: Pick<Standings, 'next'>;
}): DeskNotifier {
  const { desk, standings } = deps;
  const oneByOne = createQueue();
  return {
    kind,
    effects: ({ what, reference }) =>
      what === 'filed' || what === 'reopened' ? [{ kind, key: `${kind} ${reference}`, payload: { reference } }] : [],
    // One after the other, because what one is given counts for the next.
    handler: ({ id, payload }) =>
      oneByOne(kind, async () => {
        const { reference } = payloadSchema.parse(payload);
        const view = await desk.view(reference);
        if (view?.state !== 'waiting') return { kind: 'delivered' };
        const to = await standings.next();
        // Whoever has taken it meanwhile keeps it.
        if (to)
          await desk.act({ reference, event: { type: 'assign', by: inTurn, to }, key: `${kind} ${reference} ${id}` });
        return { kind: 'delivered' };
      }),
  };
}
