import type { WantedRuling } from '../case/rulings.ts';

const command = /^\/(?:rule|correct)\s+(approve|uphold)(?:\s+([a-z-]{1,40}))?\s*:\s*(\S[\s\S]*)$/i;
const maxReasonLength = 500;

/** A private note that is a ruling, e.g. `/rule approve return: reason`, or `/correct …` of one; `unclear` for one that only begins as one. */
export function readRuling(text: string): (WantedRuling & { isAgain?: true }) | 'unclear' | undefined {
  if (!/^\/(?:rule|correct)\b/i.test(text)) return undefined;
  const [, ruling = '', resolution, reason = ''] = command.exec(text) ?? [];
  const isComplete = reason !== '' && reason.length <= maxReasonLength;
  if (!isComplete) return 'unclear';
  const wanted = ruling.toLowerCase() === 'approve' ? 'approve' : 'uphold';
  const again = /^\/correct/i.test(text) ? ({ isAgain: true } as const) : {};
  return { ruling: wanted, resolution: resolution?.toLowerCase(), reason, ...again };
}

const mending = /^\/(withdraw|take-over|reopen|release)\b(?:\s*:\s*(\S[\s\S]*))?\s*$/i;

/** What a private note does to a case beside ruling on it. */
export type Mending = { kind: 'take-over' | 'reopen' | 'release' } | { kind: 'withdraw'; note: string };

/** A private note such as `/take-over` or `/withdraw: reason`; `unclear` for one that only begins as one. */
export function readMending(text: string): Mending | 'unclear' | undefined {
  if (!/^\/(withdraw|take-over|reopen|release)\b/i.test(text)) return undefined;
  const [, name = '', note = ''] = mending.exec(text) ?? [];
  const kind = name.toLowerCase();
  if (kind === 'take-over' || kind === 'reopen' || kind === 'release') return { kind };
  return kind === 'withdraw' && note !== '' && note.length <= maxReasonLength ? { kind, note } : 'unclear';
}

/** A text of an agent without control characters and those that turn the direction of text round. */
export function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .trim();
}
