import type { CaseQuery } from './case-index.ts';

/** What of SQL the two databases write otherwise. */
export interface Dialect {
  /** Adds a value to the statement; its place there. */
  add(value: string): string;
  hasTag(tag: string): string;
}

/** The conditions on a case's entry that a query comes to, but for its words, in SQL. */
export function caseConditions(query: Omit<CaseQuery, 'text'>, { add, hasTag }: Dialect): string[] {
  const { states, agentId, shop, reason, tag, at } = query;
  const { isUrgent, isOverdue, isSnoozed } = query;
  const aside = (): string => `coalesce(snoozed_until, '') > ${add(at)}`;
  const conditions: (string | undefined)[] = [
    states && `state IN (${states.map(add).join(', ')})`,
    agentId === undefined ? undefined : agentId === null ? 'agent_id IS NULL' : `agent_id = ${add(agentId)}`,
    shop === undefined ? undefined : `shop = ${add(shop)}`,
    reason === undefined ? undefined : `reason = ${add(reason)}`,
    tag === undefined ? undefined : hasTag(tag),
    isUrgent ? 'urgent = 1' : undefined,
    isOverdue ? `due_at <= ${add(at)}` : undefined,
    isSnoozed === undefined ? undefined : isSnoozed ? aside() : `NOT ${aside()}`,
  ];
  return conditions.filter((one) => one !== undefined);
}

/** Terms as a condition, with that of a part. */
export function allOf(terms: string[][][], part: (part: string) => string): string {
  const oneOf = (ways: string[][]): string => ways.map((way) => `(${way.map(part).join(' AND ')})`).join(' OR ');
  return terms.map((ways) => `(${oneOf(ways)})`).join(' AND ');
}
