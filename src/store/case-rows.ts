import { z } from 'zod';
import type { CaseCount, FoundCase } from './case-index.ts';
import { rows } from './sqlite/rows.ts';

const tags = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));
const agent = { agent_id: z.string().nullable(), agent_name: z.string().nullable() };

const entry = z
  .object({
    place: z.string(),
    waiting_since: z.string().nullable(),
    due_at: z.string().nullable(),
    snoozed_until: z.string().nullable(),
    tags,
  })
  .transform(({ waiting_since, due_at, snoozed_until, ...rest }) => ({
    ...rest,
    ...(waiting_since !== null && { waitingSince: waiting_since }),
    ...(due_at !== null && { dueAt: due_at }),
    ...(snoozed_until !== null && { snoozedUntil: snoozed_until }),
  }));

/** A row of a case with its entry. */
export function foundCase(row: Record<string, unknown>): FoundCase {
  return { ...rows.case.parse(row), ...entry.parse(row) };
}

const flag = z.number().transform((value) => value === 1);

/** A row of open cases that were counted, alike in every database. */
export const caseCount = z
  .object({
    state: z.string(),
    urgent: flag,
    shop: z.string(),
    reason: z.string(),
    ...agent,
    overdue: flag,
    aside: flag,
    tags,
    count: z.number(),
  })
  .transform(
    ({ agent_id, agent_name, overdue, aside, ...rest }): CaseCount => ({
      ...rest,
      ...(agent_id !== null && { agent: { id: agent_id, name: agent_name ?? agent_id } }),
      isOverdue: overdue,
      isSnoozed: aside,
    }),
  );

/** Counts open cases by all that they are sorted by; its one value is the instant of the look. */
export const countOpenCases = (at: string): string => `
  SELECT state, urgent, shop, reason, agent_id, max(agent_name) AS agent_name, tags,
    CASE WHEN due_at <= ${at} THEN 1 ELSE 0 END AS overdue,
    CASE WHEN snoozed_until > ${at} THEN 1 ELSE 0 END AS aside,
    count(*) AS count
  FROM case_index WHERE state IN ('waiting', 'claimed')
  GROUP BY state, urgent, shop, reason, agent_id, tags, overdue, aside`;

/** So much of a talk is found, in characters. */
export const mostWords = 64 * 1024;
