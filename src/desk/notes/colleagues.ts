import { z } from 'zod';
import { type Agent, agentSchema, filedCaseSchema } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';

/** So many open cases are looked through for who works here. */
const mostCases = 300;
const accountSchema = z.looseObject({ ...agentSchema.shape, isDisabled: z.boolean().default(false) });

/**
 * The people of the shop who can be called in a note: those with an account, and who has done something with an open
 * case. Whoever may not log in any more is none.
 */
export async function colleaguesOf(store: Pick<Store, 'deskRows' | 'openCases'>): Promise<Agent[]> {
  const [accounts, cases] = await Promise.all([store.deskRows({ kind: 'agent' }), store.openCases(mostCases)]);
  const known = accounts.flatMap(({ data }) => accountSchema.safeParse(data).data ?? []);
  const seen = cases.flatMap(({ file }) => peopleIn(file));
  const all = new Map([...seen, ...known].map(({ id, name }) => [id, { id, name }]));
  for (const { id, isDisabled } of known) if (isDisabled) all.delete(id);
  return [...all.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

function peopleIn(file: unknown): Agent[] {
  const { data } = filedCaseSchema.safeParse(file);
  return data ? [data.agent, ...data.history.map(({ by }) => by)].flatMap((one) => one ?? []) : [];
}
