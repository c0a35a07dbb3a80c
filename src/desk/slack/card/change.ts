import type { CaseView } from '../../case/case-view.ts';
import type { ChangeText } from '../../case/text/change-text.ts';
import { transcriptText } from '../../case/text/transcript-text.ts';
import { words } from '../../words/words.ts';
import { actions, type Block, escaped, limits, linkButton, quote, section } from './blocks.ts';

/** A message in the thread of a case: `text` for notifications, `blocks` for the screen. */
export interface ThreadMessage {
  text: string;
  blocks: Block[];
  /** Shown in the channel, too: somebody has to see it now. */
  isForAll?: boolean;
}

/** A change as the thread shows it. */
export function changeMessage(change: ChangeText): ThreadMessage {
  if (change.kind === 'quote') {
    const { who, text } = change;
    return { text: escaped(`${who}: ${text}`, 300), blocks: [quote(who, text)] };
  }
  if (change.kind === 'note') {
    const { heading, text } = change;
    return { text: escaped(`${heading} ${text}`, 300), blocks: [quote(heading, text)] };
  }
  const { text, callsOut, formUrl } = change;
  const form = formUrl === undefined ? [] : [actions([linkButton(words.changes.callerForm, 'case-form', formUrl)])];
  return { text: escaped(text, 500), blocks: [section(text), ...form], isForAll: callsOut };
}

/** The conversation before people came in, if there was any. */
export function transcriptMessage(view: CaseView): ThreadMessage | undefined {
  const transcript = transcriptText(view, { inAll: limits.quote - 100, inLine: 400 });
  if (!transcript) return undefined;
  const { title, lines } = transcript;
  return { text: title, blocks: [quote(title, lines.map(({ who, text }) => `${who}: ${text}`).join('\n'))] };
}
