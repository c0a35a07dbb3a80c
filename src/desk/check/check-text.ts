import { fallbackLanguage } from '../../dialogs/wording/catalog/languages.ts';
import { type Words, wordsIn } from '../../dialogs/wording/catalog/words.ts';
import { refundRows } from '../../dialogs/wording/refunds.ts';
import { describeFee } from '../../dialogs/wording/summary.ts';
import type { Decision } from '../../policy/engine/decision.ts';
import type { OwnOutcomes } from '../case/own-outcomes.ts';
import type { TextLine } from '../case/text/case-text.ts';
import { resolutionInWords } from '../case/text/words.ts';
import { fillIn, words } from '../words/words.ts';
import type { PolicyCheck } from './policy-check.ts';

/** The text of a policy check, composed once for every desk. */
export interface CheckText {
  title: string;
  /** Figures, or what is missing. */
  lines: TextLine[];
  /** Clauses, terms and what else would have to be known; only those with something in them. */
  sections: { title: string; lines: TextLine[] }[];
}

const { check: checkWords } = words;
/** For days and money, which customers and people at the shop read alike. */
const customerWords = (): Words => wordsIn(fallbackLanguage);

/** Says what came of a check; instants are told in the shop's time zone. */
export function checkText(check: PolicyCheck, timeZone: string): CheckText {
  if (check.kind === 'error') return { title: check.error.message, lines: [], sections: [] };
  if (check.kind === 'undecided') {
    const missing = check.missing.map(({ label }) => label).join(', ');
    return {
      title: fillIn(checkWords.undecided, { question: check.ask.question }),
      lines: [{ label: checkWords.missing, text: missing, note: fillIn(checkWords.atMost, { count: check.atMost }) }],
      sections: [],
    };
  }
  const { decision, outcomes, choices = [] } = check;
  const inWords = (clauses: Decided['clauses']): TextLine[] =>
    clauses.map(({ title, text }) => ({ text: `${title}. ${text}` }));
  const sections = [
    { title: checkWords.choices, lines: choices.map((text) => ({ text })) },
    { title: checkWords.clauses, lines: inWords(decision.clauses) },
    { title: checkWords.terms, lines: inWords(decision.terms) },
    { title: checkWords.review, lines: (decision.review ?? []).map((one) => reviewLine(one, outcomes)) },
  ];
  return {
    title: fillIn(checkWords.decision, { resolution: resolutionInWords(decision.resolution, outcomes) }),
    lines: figuresOf(decision, timeZone, outcomes),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

type Decided = Extract<PolicyCheck, { kind: 'decision' }>['decision'];
type Figures = Omit<Decision, 'clauses' | 'terms' | 'policy'>;

/** The fee, what remains of the price, and the days that count; instants in the shop's time zone. */
export function figuresOf(decision: Figures, timeZone: string, outcomes?: OwnOutcomes): TextLine[] {
  const { deadline, deadlineAt, sendBy, refund, alternatives } = decision;
  const parts = refundRows(customerWords(), decision);
  const fee: [string, string | undefined] = [checkWords.fee, feeText(decision)];
  const figures: [string, string | undefined][] = [
    [
      checkWords.deadline,
      deadlineAt ? customerWords().instant(deadlineAt, timeZone) : deadline && customerWords().day(deadline),
    ],
    [checkWords.sendBy, sendBy && customerWords().day(sendBy)],
    ...parts.map(({ title, value }): [string, string] => [title, value]),
    ...(parts.length > 0 ? [] : [fee]),
    [checkWords.refund, refund && customerWords().money(refund.amount, refund.currency)],
    [checkWords.alternatives, alternatives?.map((one) => resolutionInWords(one, outcomes)).join(', ')],
  ];
  return figures.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function feeText({ feePercent: percent, fee, refund }: Figures): string | undefined {
  const amount = refund && customerWords().money(refund.fee, refund.currency);
  if (percent === undefined) return fee && (amount ?? describeFee(customerWords(), fee));
  if (amount === undefined) return fillIn(checkWords.feePercent, { percent });
  return fillIn(checkWords.feePercentIs, { percent, amount });
}

function reviewLine(
  { fact, answers }: NonNullable<Decided['review']>[number],
  outcomes: OwnOutcomes | undefined,
): TextLine {
  const leads = answers.map(({ value, resolution }) => `${String(value)} → ${resolutionInWords(resolution, outcomes)}`);
  return { label: fact, text: leads.join('; ') };
}
