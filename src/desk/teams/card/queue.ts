import type { JsonObject } from '../../../store/store.ts';
import type { CaseSummary } from '../../case/case-view.ts';
import { standingOf } from '../../case/words.ts';
import { headline } from './card.ts';
import { card, execute, said, title } from './parts.ts';

/** A card holds no more buttons than this. */
const mostCases = 5;
const mostListed = 20;

/** The open cases, most pressing first, with a button that shows each of the first ones. */
export function queueCard(cases: CaseSummary[], now: Date): JsonObject {
  const rest = cases.length - mostListed;
  return card(
    [
      title(cases.length === 0 ? 'No case is open.' : `Open cases: ${cases.length}`, { size: 'Large' }),
      ...cases.slice(0, mostListed).map((one) => said(lineOf(one, now), 300)),
      ...(rest > 0 ? [said(`… and ${rest} more, which the desk shows`)] : []),
    ],
    cases.slice(0, mostCases).map(({ reference }) => execute(reference, 'show', { reference })),
  );
}

function lineOf(one: CaseSummary, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(one.at)) / 60_000));
  const since = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  const opening = one.opening ? ` “${one.opening}”` : '';
  return `${headline(one)} · ${since} · ${one.shop.name} · ${standingOf(one)}${opening}`;
}
