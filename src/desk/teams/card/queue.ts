import type { JsonObject } from '../../../store/store.ts';
import type { CaseSummary } from '../../case/case-view.ts';
import { headingOf } from '../../case/text/case-text.ts';
import { statusInWords } from '../../case/text/words.ts';
import { fillIn, words } from '../../words/words.ts';
import { card, execute, richText, title } from './parts.ts';

/** A card holds no more buttons than this. */
const maxButtons = 5;
const maxListed = 20;

/** The open cases, most pressing first, with a button that shows each of the first ones. */
export function queueCard(cases: CaseSummary[], now: Date): JsonObject {
  const rest = cases.length - maxListed;
  return card(
    [
      title(cases.length === 0 ? words.teams.noCases : fillIn(words.teams.openCases, { count: cases.length }), {
        size: 'Large',
      }),
      ...cases.slice(0, maxListed).map((one) => richText(lineOf(one, now), 300)),
      ...(rest > 0 ? [richText(fillIn(words.case.more, { count: rest }))] : []),
    ],
    cases.slice(0, maxButtons).map(({ reference }) => execute(reference, 'show', { reference })),
  );
}

function lineOf(one: CaseSummary, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(one.at)) / 60_000));
  const since = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  const opening = one.opening ? ` “${one.opening}”` : '';
  return `${headingOf(one)} · ${since} · ${one.shop.name} · ${statusInWords(one)}${opening}`;
}
