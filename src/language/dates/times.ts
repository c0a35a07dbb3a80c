const COLON_TIME =
  /\b(?:at |around |about )?([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?: ?(am|pm|a\.m\.|p\.m\.))?(?![\d:])/i;
const HOUR_TIME = /\b(?:at |around |about )?(1[0-2]|0?[1-9]) ?(am|pm|a\.m\.|p\.m\.)(?![a-z])/i;
const NOON = /\b(?:at )?(?:noon|midday)\b/i;

/** A time of day in a message, as `14:30`, and the message without it; `undefined` if it names none. */
export function readTimeOfDay(text: string): { time: string; rest: string } | undefined {
  const plain = text
    .normalize('NFKC')
    .slice(0, 300)
    .replace(/(\d)T(\d)/g, '$1 $2');
  const found = COLON_TIME.exec(plain) ?? HOUR_TIME.exec(plain) ?? NOON.exec(plain);
  if (!found) return undefined;
  const [words, hour, second, third] = found;
  const rest = plain.replace(words, ' ').replace(/\s+/g, ' ').trim();
  if (hour === undefined) return { time: '12:00', rest };
  const minute = second !== undefined && /^\d\d$/.test(second) ? second : '00';
  const half = third ?? (/^[ap]/i.test(second ?? '') ? second : undefined);
  return { time: `${String(inHalf(Number(hour), half)).padStart(2, '0')}:${minute}`, rest };
}

function inHalf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}
