// Times as people at the desk read them.

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * A time of day, with the day where that is not today.
 * @param {string} instant ISO 8601
 */
export function timeOf(instant) {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? clockTime : dayAndTime).format(date);
}

/**
 * The time since something happened, in the largest units that tell: minutes, hours and minutes, days.
 * @param {string} instant ISO 8601
 * @param {number} now milliseconds since 1970
 * @returns {{ unit: 'now' } | { unit: 'minutes' | 'days', count: number } | { unit: 'hours', hours: number, minutes: number }}
 */
export function timeSince(instant, now) {
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
  if (minutes < 1) return { unit: 'now' };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', hours, minutes: minutes % 60 } : { unit: 'days', count: Math.floor(hours / 24) };
}
