import type { JsonObject } from '../../../store/store.ts';
import type { CaseView } from '../../case/case-view.ts';
import { headingOf } from '../../case/text/case-text.ts';
import type { ChangeText } from '../../case/text/change-text.ts';
import { transcriptText } from '../../case/text/transcript-text.ts';
import { fillIn, words } from '../../words/words.ts';
import { card, cardMessage, richText, title } from './parts.ts';

/** As much of a message and of a conversation as is shown, in characters; the desk in the browser has all of it. */
const maxMessageCharacters = 8_000;
const maxTranscriptCharacters = 6_000;

/** A change as the thread of its case shows it. */
export function changeMessage(change: ChangeText, view: CaseView): JsonObject {
  const heading = headingOf(view);
  if (change.kind === 'quote') {
    const { who, text } = change;
    const body = [richText(who, 80, { weight: 'Bolder' }), richText(text, maxMessageCharacters)];
    return cardMessage(card(body, []), fillIn(words.changes.writes, { heading, who }));
  }
  if (change.kind === 'note') {
    const body = [richText(change.heading, 120, { weight: 'Bolder' }), richText(change.text, maxMessageCharacters)];
    return cardMessage(card(body, []), `${heading}: ${change.heading}`);
  }
  const { text, callsOut, formUrl } = change;
  const form = formUrl === undefined ? [] : [{ type: 'Action.OpenUrl', title: words.changes.callerForm, url: formUrl }];
  const color = callsOut ? 'Attention' : 'Default';
  return cardMessage(card([richText(text, 1_500, { color })], form), heading);
}

/** The conversation before people came in, if there was any. */
export function transcriptMessage(view: CaseView): JsonObject | undefined {
  const transcript = transcriptText(view, { inAll: maxTranscriptCharacters, inLine: 400 });
  if (!transcript) return undefined;
  const lines = transcript.lines.map(({ who, text }) => `${who}: ${text}`).join('\n\n');
  return cardMessage(
    card([title(transcript.title), richText(lines, 2 * maxTranscriptCharacters)], []),
    headingOf(view),
  );
}
