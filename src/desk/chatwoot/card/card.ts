import { plainText } from '../../../dialogs/wording/plain-markdown.ts';
import type { CaseView } from '../../case/case-view.ts';
import { cut, speakers, withFiles } from '../../case/excerpts.ts';
import { grantsOf } from '../../case/rulings.ts';
import { reasonInWords, resolutionInWords, sourceInWords } from '../../case/words.ts';
import { asWrittenInLine } from './markdown.ts';

const mostTranscript = 12_000;

/** All of a case for the person who takes it. What a customer wrote is shown as written. */
export function packetNote(view: CaseView, deskUrl: string): string {
  const parts = [
    `**${view.urgent ? 'URGENT: ' : ''}Case ${view.reference}**, ${line(view.shop.name)}\n\nWhy: ${reasonInWords(view.because)}.`,
    section('Known', view.facts.map(factLine)),
    section('Not known, and what each answer would lead to', view.unknown.map(unknownLine)),
    decision(view),
    section('Order', orderLines(view)),
    [
      'Reply to write to the customer, which also takes the case; private notes stay among you. To rule, write a private note:',
      `- \`/rule approve ${grantsOf(view)[0]}: the reason\` (or ${grantsOf(view).slice(1).join(', ')})`,
      '- `/rule uphold: the reason`',
      '',
      `Resolve to close the case; set it to pending to hand it back to the assistant. [The same case at the desk](${deskUrl}#${view.reference})`,
    ].join('\n'),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** What was said before people came in; the end of it counts most. */
export function transcriptNote({ transcript }: CaseView): string | undefined {
  const lines = transcript.map(({ who, text, files }) => {
    // The assistant's own marks would be shown as they are.
    const words = who === 'bot' ? plainText(text) : text;
    return `**${speakers[who]}:** ${line(withFiles(words, files), 600)}`;
  });
  const kept: string[] = [];
  let room = mostTranscript;
  for (const one of lines.toReversed()) {
    room -= one.length + 2;
    if (room < 0) break;
    kept.unshift(one);
  }
  if (kept.length === 0) return undefined;
  const rest = lines.length - kept.length;
  const title =
    rest > 0 ? `The conversation so far; ${rest} earlier messages are at the desk:` : 'The conversation so far:';
  return [title, ...kept].join('\n\n');
}

function line(text: string, most = 400): string {
  return asWrittenInLine(cut(text, most));
}

function section(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [`**${title}**`, '', ...lines.map((one) => `- ${one}`)].join('\n');
}

function factLine({ label, summary, source }: CaseView['facts'][number]): string {
  return `${line(label)}: ${line(summary)} (${sourceInWords(source)})`;
}

function unknownLine({ label, answers }: CaseView['unknown'][number]): string {
  const leads = answers.map(({ title, resolution }) => `${line(title)} → ${resolutionInWords(resolution)}`);
  return `${line(label)}: ${leads.join('; ')}`;
}

function decision({ decision: decided }: CaseView): string {
  if (!decided) return 'The policy has not decided: not everything it needs was told.';
  const { resolution, clauses, terms, feePercent } = decided;
  const fee = feePercent === undefined ? '' : `, fee ${feePercent} %`;
  const heading = `The policy says: ${resolutionInWords(resolution)}${fee}`;
  const lines = [...clauses, ...terms].map(({ title, text }) => `${line(title)}. ${line(text)}`);
  return lines.length === 0 ? `**${heading}**` : section(heading, lines);
}

function orderLines({ details: { orderNumber, email, serialNumber, item } }: CaseView): string[] {
  const named = { Number: orderNumber, 'E-mail': email, 'Serial number': serialNumber, Item: item };
  return Object.entries(named).flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${line(value)}`]));
}
