import { fillIn, wordFor, words } from '../../words/words.ts';
import type { CaseView } from '../case-view.ts';

const { case: caseWords } = words;

/** The reason for filing a case, in words. */
export function reasonInWords(because: string): string {
  return wordFor(caseWords.reasons, because);
}

/** A resolution for people at the shop; several may stand with " or " between them. */
export function resolutionInWords(resolution: string): string {
  const one = (id: string): string => wordFor(caseWords.resolutions, id);
  return resolution.split(' or ').map(one).join(` ${caseWords.or} `);
}

/** The source of a fact, in words. */
export function sourceInWords(source: CaseView['facts'][number]['source']): string {
  return caseWords.sources[source];
}

/** The status of a case, and who has it, in words. */
export function statusInWords({ state, agent, ruling }: Pick<CaseView, 'state' | 'agent' | 'ruling'>): string {
  const status = fillIn(caseWords.status[state], { agent: agent?.name ?? caseWords.somebody });
  if (!ruling || (state !== 'ruled' && state !== 'closed')) return status;
  return state === 'ruled' ? rulingInWords(ruling) : `${status} ${rulingInWords(ruling)}`;
}

/** The ruling and its reason, in a line or two. */
export function rulingInWords({
  ruling,
  resolution,
  isException,
  reason,
  by,
}: NonNullable<CaseView['ruling']>): string {
  const kind = ruling === 'approve' ? 'approve' : 'uphold';
  const what = fillIn(caseWords.ruling[kind], { resolution: resolutionInWords(resolution) });
  const whole = isException ? `${what} (${caseWords.ruling.exception})` : what;
  return fillIn(caseWords.ruling.sentence, { agent: by.name, ruling: whole, reason });
}
