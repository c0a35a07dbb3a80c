import { fillIn, wordFor, words } from '../../words/words.ts';
import type { CaseView } from '../case-view.ts';
import type { OwnOutcomes } from '../own-outcomes.ts';

const { case: caseWords } = words;

/** The reason for filing a case, in words. */
export function reasonInWords(because: string): string {
  return wordFor(caseWords.reasons, because);
}

/** A resolution for people at the shop; several may stand with " or " between them. */
export function resolutionInWords(resolution: string, own: OwnOutcomes = {}): string {
  const one = (id: string): string => own[id]?.title ?? wordFor(caseWords.resolutions, id);
  return resolution.split(' or ').map(one).join(` ${caseWords.or} `);
}

/** The source of a fact, in words. */
export function sourceInWords(source: CaseView['facts'][number]['source']): string {
  return caseWords.sources[source];
}

/** What was done, of an entry of the history, without who did it. */
export function doneInWords({ what, who }: Pick<CaseView['history'][number], 'what' | 'who'>): string {
  const template: string = what === 'released' && who ? caseWords.releasedFrom : caseWords.history[what];
  return fillIn(template, { who: who?.name ?? caseWords.somebody });
}

/** The status of a case, and who has it, in words. */
export function statusInWords({
  state,
  agent,
  ruling,
  outcomes,
}: Pick<CaseView, 'state' | 'agent' | 'ruling' | 'outcomes'>): string {
  const status = fillIn(caseWords.status[state], { agent: agent?.name ?? caseWords.somebody });
  if (!ruling || (state !== 'ruled' && state !== 'closed')) return status;
  const ruled = rulingInWords(ruling, outcomes);
  return state === 'ruled' ? ruled : `${status} ${ruled}`;
}

/** The ruling and its reason, in a line or two. */
export function rulingInWords(
  { ruling, resolution, isException, reason, by }: NonNullable<CaseView['ruling']>,
  own?: OwnOutcomes,
): string {
  const kind = ruling === 'approve' ? 'approve' : 'uphold';
  const what = fillIn(caseWords.ruling[kind], { resolution: resolutionInWords(resolution, own) });
  const whole = isException ? `${what} (${caseWords.ruling.exception})` : what;
  return fillIn(caseWords.ruling.sentence, { agent: by.name, ruling: whole, reason });
}
