import { plainText } from '../../../dialogs/wording/plain-markdown.ts';
import { fillIn, words } from '../../words/words.ts';
import type { CaseView } from '../case-view.ts';
import { cut, type Room, withFiles } from './excerpts.ts';

/** The conversation before people came in, as much as there is room for. */
export interface TranscriptText {
  title: string;
  /** Oldest first. */
  lines: { who: string; text: string }[];
}

/** The conversation; where it is too long its end, which counts most. `undefined`: nobody has said anything. */
export function transcriptText({ transcript }: Pick<CaseView, 'transcript'>, room: Room): TranscriptText | undefined {
  const all = transcript.map(({ who, text, files }) => ({
    who: words.case.speakers[who],
    // The assistant's own marks would be shown as they are.
    text: cut(withFiles(who === 'bot' ? plainText(text) : text, files), room.inLine),
  }));
  let left = room.inAll;
  const first = all.findLastIndex(({ who, text }) => {
    left -= who.length + text.length + 2;
    return left < 0;
  });
  const lines = all.slice(first + 1);
  if (lines.length === 0) return undefined;
  const { transcript: title, transcriptEnd } = words.case.sections;
  return { title: first < 0 ? title : fillIn(transcriptEnd, { count: first + 1 }), lines };
}
