import { type Agent, type CaseRefusal, type FiledCase, isOpenCase } from './case.ts';

/** What a person notes on a case for those who work on it; whoever has it has it still. */
export type Mark =
  /** All tags that it has from now on. */
  | { type: 'tag'; by: Agent; tags: string[] }
  /** Puts it aside until an instant (ISO); without one it is back. */
  | { type: 'snooze'; by: Agent; until?: string | undefined };

/** True of a mark, which changes nothing for the customer. */
export function isMark(event: { type: string }): event is Mark {
  return event.type === 'tag' || event.type === 'snooze';
}

/** The case with a mark; only what people still have to see to can be put aside. */
export function marked(filed: FiledCase, event: Mark, at: string): { filed: FiledCase } | CaseRefusal {
  const { by } = event;
  if (event.type === 'tag') {
    const tags = [...new Set(event.tags)].toSorted();
    const line = { at, what: 'tagged', by, note: tags.join(', ') } as const;
    return { filed: { ...filed, tags, history: [...filed.history, line] } };
  }
  if (!isOpenCase(filed)) return { kind: 'not-in-this-state', state: filed.state };
  const { snoozedUntil: _, ...rest } = filed;
  const { until } = event;
  const line =
    until === undefined ? ({ at, what: 'woken', by } as const) : ({ at, what: 'snoozed', by, note: until } as const);
  return { filed: { ...rest, ...(until && { snoozedUntil: until }), history: [...filed.history, line] } };
}
