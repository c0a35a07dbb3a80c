import type { WantedRuling } from '../case/rulings.ts';

const command = /^\/rule\s+(approve|uphold)(?:\s+([a-z-]{1,40}))?\s*:\s*(\S[\s\S]*)$/i;
const maxReasonLength = 500;

/** A private note that is a ruling, e.g. `/rule approve return: reason`; `unclear` for one that only begins as one. */
export function readRuling(text: string): WantedRuling | 'unclear' | undefined {
  if (!/^\/rule\b/i.test(text)) return undefined;
  const [, ruling = '', resolution, reason = ''] = command.exec(text) ?? [];
  const isComplete = reason !== '' && reason.length <= maxReasonLength;
  if (!isComplete) return 'unclear';
  const wanted = ruling.toLowerCase() === 'approve' ? 'approve' : 'uphold';
  return { ruling: wanted, resolution: resolution?.toLowerCase(), reason };
}

/** A text of an agent without control characters and those that turn the direction of text round. */
export function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .trim();
}
