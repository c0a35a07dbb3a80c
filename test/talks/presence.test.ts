import { describe, expect, it } from 'vitest';
import { startPresence } from '../../src/talks/presence.ts';

/** Presence whose writes are seen as they come; it writes when it is told to stop. */
function watched(fails = false) {
  const written: string[][] = [];
  const failures: unknown[] = [];
  const presence = startPresence({
    store: {
      async customersSeen(ids) {
        if (fails) throw new Error('the disk is full');
        written.push([...ids].sort());
      },
    },
    now: () => new Date('2026-11-21T09:00:00.000Z'),
    everyMs: 60_000,
    onFailure: (error) => failures.push(error),
  });
  return { presence, written, failures };
}

describe('who is there', () => {
  it('is written for all at once: who asked for something, and who is connected', async () => {
    const { presence, written } = watched();
    presence.seen('anna');
    presence.seen('anna');
    presence.enter('ben');
    await presence.stop();
    expect(written).toEqual([['anna', 'ben']]);
  });

  it('is who is connected in any tab, and who has just left', async () => {
    const { presence, written } = watched();
    const [leave, leaveOther] = [presence.enter('anna'), presence.enter('anna')];
    leave();
    leaveOther();
    await presence.stop();
    await presence.stop();
    expect(written).toEqual([['anna']]);
  });

  it('costs nothing where nobody is, and a store that fails stops nobody', async () => {
    const nobody = watched();
    await nobody.presence.stop();
    expect(nobody.written).toEqual([]);
    const { presence, failures } = watched(true);
    presence.seen('anna');
    await presence.stop();
    expect(failures).toHaveLength(1);
  });
});
