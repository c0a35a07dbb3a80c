import type { CaseView } from '../../case/case-view.ts';
import { grantsOf } from '../../case/rulings.ts';
import { caseText, type TextLine, type TextSection } from '../../case/text/case-text.ts';
import { cut } from '../../case/text/excerpts.ts';
import { transcriptText } from '../../case/text/transcript-text.ts';
import { fillIn, words } from '../../words/words.ts';
import { asWrittenInLine } from './markdown.ts';

const maxTranscriptCharacters = 12_000;

/** All of a case for the person who takes it, in Markdown. What a customer wrote is shown as written. */
export function caseNote(view: CaseView, deskUrl: string): string {
  const { heading, why, sections } = caseText(view);
  return [`**${heading}**`, line(why), ...sections.map(sectionNote), howTo(view, deskUrl)].join('\n\n');
}

/** The conversation before people came in, if there was any. */
export function transcriptNote(view: CaseView): string | undefined {
  const transcript = transcriptText(view, { inAll: maxTranscriptCharacters, inLine: 600 });
  if (!transcript) return undefined;
  const lines = transcript.lines.map(({ who, text }) => `**${who}:** ${asWrittenInLine(text)}`);
  return [`${transcript.title}:`, ...lines].join('\n\n');
}

function sectionNote({ title, lines }: TextSection): string {
  const heading = `**${line(title)}**`;
  return lines.length === 0 ? heading : [heading, '', ...lines.map((one) => `- ${lineNote(one)}`)].join('\n');
}

/** Only the parts can be a customer's; a bracket of ours stays one. */
function lineNote({ label, text, note }: TextLine): string {
  return `${label === undefined ? '' : `${line(label)}: `}${line(text)}${note === undefined ? '' : ` (${line(note)})`}`;
}

function line(text: string): string {
  return asWrittenInLine(cut(text, 400));
}

function howTo(view: CaseView, deskUrl: string): string {
  const [grant = '', ...others] = grantsOf(view);
  const { chatwoot } = words;
  return [
    chatwoot.howTo,
    `- ${fillIn(chatwoot.ruleApprove, { grant })} ${fillIn(chatwoot.others, { grants: others.join(', ') })}`,
    `- ${chatwoot.ruleUphold}`,
    '',
    chatwoot.mend,
    '',
    `${chatwoot.howToEnd} [${chatwoot.atDesk}](${deskUrl}#${view.reference})`,
  ].join('\n');
}
