import { verdictOf } from '../../dialogs/wording/outcome-words.ts';
import { refundRows } from '../../dialogs/wording/refunds.ts';
import { describeFee } from '../../dialogs/wording/summary.ts';
import { wordsOfPolicy } from '../../dialogs/wording/words-of.ts';
import type { Policy } from '../../policy/engine/diagram/compile.ts';
import type { Advice } from '../../policy/format/advice-schema.ts';
import type { ChoiceOption } from '../../policy/format/choose-schema.ts';
import { feeStepsOf } from '../../policy/format/fee-schema.ts';
import { refundPartsOf } from '../../policy/format/refund-schema.ts';
import type { Citation, DecisionRow, PolicyFile, Resolution } from '../../policy/format/schema.ts';
import { inPlainWords, labelOf } from './conditions.ts';

/** A row of the table as a sentence or two: for whom it decides, what, and what comes with it. */
export function rowInWords(policy: Policy, row: DecisionRow): string {
  const { file } = policy;
  const words = wordsOfPolicy(policy);
  const forms = row.refundAs?.map((form) => words.say(`refundForm.${form}`));
  const parts = [
    `${whom(file, row)}: ${headlineOf(policy, row.resolution)}`,
    row.fee && `Kept back: ${feeInWords(policy, row.fee)}`,
    row.refund && `Paid back: ${refundInWords(policy, row)}`,
    row.deadline && `The form until the end of “${labelOf(file, row.deadline)}”`,
    row.sendBy && `To be sent until the end of “${labelOf(file, row.sendBy)}”`,
    forms && `The customer gets: ${words.either(forms)}`,
    row.clauses.length > 0 && `Because of ${citationsInWords(file, row.clauses)}`,
    row.terms.length > 0 && `With it ${citationsInWords(file, row.terms)}`,
    row.alternatives.length > 0 && `Also offered: ${alternativesInWords(policy, row)}`,
    row.choose && `The customer chooses: ${optionsInWords(policy, row)}`,
    ...[...row.steps, ...row.notes].map((advice) => adviceInWords(file, advice)),
  ];
  return `${parts.filter((part) => typeof part === 'string' && part !== '').join('. ')}.`;
}

/** What a resolution means to a customer, with its id. */
export function headlineOf(policy: Policy, resolution: Resolution): string {
  const { headline } = verdictOf(wordsOfPolicy(policy), policy.file, resolution);
  return `${headline.replace(/[.!]$/, '')} (${resolution})`;
}

function whom(file: PolicyFile, { when, anyOf }: DecisionRow): string {
  const condition = inPlainWords(file, when);
  const reasons = anyOf && `at least one of these holds: ${citationsInWords(file, anyOf)}`;
  const both = [condition, reasons].filter((part) => part !== undefined);
  return both.length === 0 ? 'In every case that is left' : `If ${both.join(', and ')}`;
}

/** Clauses by their titles, each with the case in which it is cited. */
function citationsInWords(file: PolicyFile, citations: readonly Citation[]): string {
  return citations.map((citation) => citationInWords(file, citation)).join('; ');
}

function citationInWords(file: PolicyFile, citation: Citation): string {
  const title = (clause: string): string => `“${file.clauses[clause]?.title ?? clause}”`;
  if (typeof citation === 'string') return title(citation);
  if ('citations' in citation) return citationsInWords(file, file.citations[citation.citations] ?? []);
  if ('eachOf' in citation) return `the clause of each thing named under “${labelOf(file, citation.eachOf)}”`;
  const where = inPlainWords(file, citation.when ?? {});
  return where === undefined ? title(citation.clause) : `${title(citation.clause)} where ${where}`;
}

/** A step or note without its full stop, and for whom it is. */
function adviceInWords(file: PolicyFile, advice: Advice): string {
  const { text, when = {} } = typeof advice === 'string' ? { text: advice } : advice;
  const where = inPlainWords(file, when);
  const plain = text.replace(/\.$/, '');
  return where === undefined ? plain : `Where ${where}: ${plain}`;
}

function optionsInWords(policy: Policy, row: DecisionRow): string {
  return Object.values(row.choose ?? {})
    .map((option) => `“${option.title}” (${termsInWords(policy, row, option)})`)
    .join('; or ');
}

/** What an option says otherwise than its row, and for whom it is. */
function termsInWords(policy: Policy, row: DecisionRow, option: ChoiceOption): string {
  const words = wordsOfPolicy(policy);
  const { file } = policy;
  const { resolution, when = {}, refundAs, fee, bonus, terms, deadline } = option;
  const where = inPlainWords(file, when);
  const parts = [
    resolution && resolution !== row.resolution && headlineOf(policy, resolution),
    refundAs && words.say(`refundForm.${refundAs}`),
    fee && `kept back: ${describeFee(words, fee)}`,
    bonus && `on top: ${describeFee(words, bonus)}`,
    deadline && `the form until the end of “${labelOf(file, deadline)}”`,
    terms.length > 0 && `with ${citationsInWords(file, terms)}`,
    where && `where ${where}`,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ') || 'as said before';
}

function feeInWords(policy: Policy, fee: NonNullable<DecisionRow['fee']>): string {
  const words = wordsOfPolicy(policy);
  return feeStepsOf(fee)
    .map(({ when, ...own }) => {
      const where = inPlainWords(policy.file, when ?? {});
      return `${describeFee(words, own)}${where === undefined ? '' : ` where ${where}`}`;
    })
    .join('; else ');
}

function refundInWords(policy: Policy, row: DecisionRow): string {
  const words = wordsOfPolicy(policy);
  const whens = refundPartsOf(row).map(({ when }) => inPlainWords(policy.file, when));
  const rows = refundRows(words, { refundParts: row.refund });
  return rows
    .map(({ title, value }, at) => `${title}: ${value}${whens[at] === undefined ? '' : ` where ${whens[at]}`}`)
    .join('; ');
}

function alternativesInWords(policy: Policy, { alternatives }: DecisionRow): string {
  return alternatives
    .map(({ resolution, when, unless }) => {
      const where = inPlainWords(policy.file, when ?? {});
      const except = inPlainWords(policy.file, unless ?? {});
      const limits = [where && `where ${where}`, except && `unless ${except}`].filter((limit) => limit !== undefined);
      return [headlineOf(policy, resolution), ...limits].join(' ');
    })
    .join('; ');
}

/** The clauses that a row can cite, as reasons or as terms. */
export function clausesOf({ citations, facts }: PolicyFile, { clauses, anyOf = [], terms }: DecisionRow): Set<string> {
  const named = (list: readonly Citation[]): string[] =>
    list.flatMap((citation) => {
      if (typeof citation === 'string') return [citation];
      if ('clause' in citation) return [citation.clause];
      if ('citations' in citation) return named(citations[citation.citations] ?? []);
      const set = facts[citation.eachOf];
      return set?.type === 'set' ? Object.values(set.values).flatMap(({ clause }) => clause ?? []) : [];
    });
  return new Set(named([...clauses, ...anyOf, ...terms]));
}
