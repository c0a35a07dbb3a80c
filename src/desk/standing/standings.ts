import { ConflictError } from '../../dialogs/turns/conflict.ts';
import { asJson } from '../../json.ts';
import { type Agent, filedCaseSchema } from '../../machines/case.ts';
import type { DeskRow } from '../../store/desk-rows.ts';
import type { Store } from '../../store/store.ts';
import type { Accounts } from '../people/accounts.ts';
import { type Colleague, type Presence, type Standing, standingSchema } from './standing.ts';

/** Who is there, how much they take, and whose turn it is. */
export interface Standings {
  /** All who have an account, have ever said if they are there, or have a case; by name. */
  colleagues(): Promise<Colleague[]>;
  /** Says if somebody is there; without a capacity it stays, with null there is none. */
  set(agent: Agent, change: { presence: Presence; capacity?: number | null | undefined }): Promise<void>;
  /** The person who is there, has room, and was given a case longest ago; that counts as given. Never that one. */
  next(except?: string): Promise<Agent | undefined>;
  /** Calls back whenever somebody says that they are there, or how much they take. */
  watchHere(listener: () => void): void;
}

const KIND = 'standing';
const KEY = 'standing';
/** Among so many of the most pressing cases it is counted who has how many: for whose turn it is, and for a look. */
const counted = { forTurn: 2_000, forLook: 500 };
const attempts = 20;

type Kept = { id: string; standing: Standing; at: string };

export function createStandings(deps: {
  store: Pick<Store, 'deskRow' | 'deskRows' | 'keepDeskRow' | 'openCases'>;
  accounts: Pick<Accounts, 'all'>;
  now(): Date;
}): Standings {
  const { store, accounts, now } = deps;

  const listeners = new Set<() => void>();

  /**
   * What people have said, the accounts, and the ids of those who may not log in any more: they are not there, whatever
   * they said last.
   */
  async function kept(): Promise<{ standings: Kept[]; people: Agent[]; disabled: Set<string> }> {
    const [all, rows] = await Promise.all([accounts.all(), store.deskRows({ kind: KIND, key: KEY })]);
    const disabled = new Set(all.flatMap(({ id, isDisabled }) => (isDisabled ? [id] : [])));
    const people = all.flatMap(({ id, name, isDisabled }) => (isDisabled ? [] : [{ id, name }]));
    const standings = rows.flatMap((row) => (disabled.has(row.owner) ? [] : (readRow(row) ?? [])));
    return { standings, people, disabled };
  }

  async function holders(most: number): Promise<Agent[]> {
    const open = await store.openCases(most);
    return open.flatMap(({ file }) => filedCaseSchema.safeParse(file).data?.agent ?? []);
  }

  function keep(id: string, standing: Standing, expectedAt: string | null): Promise<boolean> {
    const row = { kind: KIND, owner: id, key: KEY, data: asJson(standing), at: now().toISOString() };
    return store.keepDeskRow(row, expectedAt);
  }

  return {
    async colleagues() {
      const [{ standings, people, disabled }, having] = await Promise.all([kept(), holders(counted.forLook)]);
      const openOf = (id: string): number => having.filter((one) => one.id === id).length;
      const known = standings.map(({ id, standing: { name, presence, capacity } }) => ({
        ...{ id, name, presence, open: openOf(id) },
        ...(capacity !== undefined && { capacity }),
      }));
      const others = new Map([...people, ...having].map((agent) => [agent.id, agent]));
      for (const id of [...known.map((one) => one.id), ...disabled]) others.delete(id);
      // Who has a case works elsewhere, in Slack for one, and nobody knows when they go.
      const silent = [...others.values()].map((agent): Colleague => {
        const open = openOf(agent.id);
        return { ...agent, presence: open > 0 ? 'here' : 'off', open };
      });
      return [...known, ...silent].toSorted((one, other) => one.name.localeCompare(other.name));
    },

    async set({ id, name }, { presence, capacity }) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const row = await store.deskRow(KIND, id, KEY);
        const { capacity: before, ...rest } = (row && readRow(row)?.standing) ?? { presence };
        const room = capacity === undefined ? before : (capacity ?? undefined);
        const standing = { ...rest, name, presence, ...(room !== undefined && { capacity: room }) };
        if (!(await keep(id, standing, row?.at ?? null))) continue;
        if (presence === 'here') for (const listener of listeners) listener();
        return;
      }
      throw new ConflictError('a standing met a conflict at every attempt');
    },

    watchHere: (listener) => void listeners.add(listener),

    async next(except) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const [{ standings }, having] = await Promise.all([kept(), holders(counted.forTurn)]);
        const hasRoom = ({ id, standing: { presence, capacity = Infinity } }: Kept): boolean =>
          id !== except && presence === 'here' && having.filter((one) => one.id === id).length < capacity;
        const turnOf = ({ standing: { turn = 0 } }: Kept): number => turn;
        const [first] = standings.filter(hasRoom).toSorted((one, other) => turnOf(one) - turnOf(other));
        if (!first) return undefined;
        const turn = Math.max(...standings.map(turnOf)) + 1;
        if (await keep(first.id, { ...first.standing, turn }, first.at)) {
          return { id: first.id, name: first.standing.name };
        }
      }
      throw new ConflictError('a turn among colleagues met a conflict at every attempt');
    },
  };
}

/** A row of a newer program may say something else. */
function readRow({ owner, data, at }: DeskRow): Kept | undefined {
  const { data: standing } = standingSchema.safeParse(data);
  return standing && { id: owner, standing, at };
}
