import { fillIn, words } from '../../words/words.ts';
import type { CaseView } from '../case-view.ts';
import type { StepId } from '../steps.ts';
import { cut } from './excerpts.ts';
import { doneInWords, reasonInWords, resolutionInWords, rulingInWords, sourceInWords, statusInWords } from './words.ts';

/**
 * One line of a case: `label: text (note)`. The parts are apart because each desk has to make what customers wrote
 * inert in its own way, and sets what stands around it itself.
 */
export interface TextLine {
  label?: string;
  text: string;
  note?: string;
}

/** A heading and what stands below it; without lines the heading says all. */
export interface TextSection {
  id: 'opening' | 'declarations' | 'facts' | 'unknown' | 'decision' | 'order' | 'submitted' | 'ruling' | 'history';
  title: string;
  lines: TextLine[];
}

/** A case as every desk shows it: composed here once, so that a desk decides on nothing but its looks. */
export interface CaseText {
  reference: string;
  /** The case in a line, for headings, notifications and lists. */
  heading: string;
  isUrgent: boolean;
  /** Its status, and who has it. */
  status: string;
  /** The reason for filing it, and the shop. */
  why: string;
  sections: TextSection[];
  steps: readonly StepId[];
}

const { case: caseWords } = words;
/** A clause is known to the people of the shop, so its beginning reminds them of it. */
const maxClauseCharacters = 250;

/** All of a case but its conversation. Sections without anything to say are left out. */
export function caseText(view: CaseView): CaseText {
  return {
    reference: view.reference,
    heading: headingOf(view),
    isUrgent: view.urgent,
    status: statusInWords(view),
    why: fillIn(caseWords.why, { reason: reasonInWords(view.because), shop: view.shop.name }),
    sections: [
      ...openingSection(view),
      ...declarationsSection(view),
      ...factsSection(view),
      ...unknownSection(view),
      decisionSection(view, maxClauseCharacters),
      ...orderSection(view),
      ...submittedSection(view),
    ],
    steps: view.steps,
  };
}

/** The case in a line. */
export function headingOf({ reference, urgent }: Pick<CaseView, 'reference' | 'urgent'>): string {
  const heading = fillIn(caseWords.heading, { reference });
  return urgent ? `${caseWords.urgent} · ${heading}` : heading;
}

/** A line for desks that show plain text. */
export function plainLine({ label, text, note }: TextLine): string {
  return `${label === undefined ? '' : `${label}: `}${text}${note === undefined ? '' : ` (${note})`}`;
}

function openingSection({ opening }: CaseView): TextSection[] {
  return section('opening', caseWords.sections.opening, opening === '' ? [] : [{ text: opening }]);
}

/** The customer's declarations, with the instants at which they were received, in UTC. */
function declarationsSection({ history }: Pick<CaseView, 'history'>): TextSection[] {
  const lines = history.flatMap(({ at, what, note }) =>
    what === 'declared' && note ? [{ label: fillIn(caseWords.received, { time: minuteInUtc(at) }), text: note }] : [],
  );
  return section('declarations', caseWords.sections.declarations, lines);
}

/** An instant (ISO) to the minute, such as "2026-11-21 14:30 UTC". */
function minuteInUtc(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

/** The known facts, each with its source. */
export function factsSection({ facts }: Pick<CaseView, 'facts'>): TextSection[] {
  const lines = facts.map(({ label, summary, source }) => ({ label, text: summary, note: sourceInWords(source) }));
  return section('facts', caseWords.sections.facts, lines);
}

/** The unknown facts, with the outcome of each answer. */
export function unknownSection({ unknown, outcomes }: Pick<CaseView, 'unknown' | 'outcomes'>): TextSection[] {
  const lines = unknown.map(({ label, answers }) => ({
    label,
    text: answers.map(({ title, resolution }) => `${title} → ${resolutionInWords(resolution, outcomes)}`).join('; '),
  }));
  return section('unknown', caseWords.sections.unknown, lines);
}

/** The policy's own decision, its clauses cut to so many characters. */
export function decisionSection(
  { decision, outcomes }: Pick<CaseView, 'decision' | 'outcomes'>,
  maxCharacters = Infinity,
): TextSection {
  if (!decision) return { id: 'decision', title: caseWords.undecided, lines: [] };
  const { clauses, terms, feePercent: percent, chosen } = decision;
  const resolution = resolutionInWords(decision.resolution, outcomes);
  const verdict = fillIn(caseWords.sections.decision, { resolution });
  const title = percent === undefined ? verdict : `${verdict}, ${fillIn(caseWords.fee, { percent })}`;
  const lines = [...clauses, ...terms].map((clause) => ({
    text: cut(clause.text === '' ? clause.title : `${clause.title}. ${clause.text}`, maxCharacters),
  }));
  const choice = chosen === undefined ? [] : [{ label: caseWords.chosen, text: chosen }];
  return { id: 'decision', title, lines: [...choice, ...lines] };
}

function orderSection({ details }: CaseView): TextSection[] {
  const { orderNumber, email, serialNumber, item, pieces } = details;
  const lines = Object.entries({ orderNumber, email, serialNumber, item, pieces }).flatMap(([name, text]) =>
    text === undefined ? [] : [{ label: caseWords.details[name as keyof CaseView['details']], text }],
  );
  return section('order', caseWords.sections.order, lines);
}

/** The form, once it is submitted, with what the customer filled in. */
export function submittedSection({ submitted }: Pick<CaseView, 'submitted'>): TextSection[] {
  if (!submitted) return [];
  const { rma, at, fields } = submitted;
  const title = fillIn(caseWords.sections.submitted, { rma, time: minuteInUtc(at) });
  return [{ id: 'submitted', title, lines: fields.map(({ label, answer }) => ({ label, text: answer })) }];
}

/** A person's ruling, if there is one. */
export function rulingSection({ ruling, outcomes }: Pick<CaseView, 'ruling' | 'outcomes'>): TextSection[] {
  return section('ruling', caseWords.sections.ruling, ruling ? [{ text: rulingInWords(ruling, outcomes) }] : []);
}

/** The history of the case; `timeOf` writes an instant (ISO). */
export function historySection(
  { history }: Pick<CaseView, 'history'>,
  timeOf: (instant: string) => string,
): TextSection[] {
  const lines = history.map((entry) => {
    const { at, by, note } = entry;
    const what = doneInWords(entry);
    const done = by ? `${what} ${fillIn(caseWords.by, { agent: by.name })}` : what;
    return { text: `${timeOf(at)} ${done}${note ? `: ${note}` : ''}` };
  });
  return section('history', caseWords.sections.history, lines);
}

function section(id: TextSection['id'], title: string, lines: TextLine[]): TextSection[] {
  return lines.length === 0 ? [] : [{ id, title, lines }];
}
