/** An instant as the page for people shows it: to the minute, in UTC, the time that no office has to convert twice. */
export function minuteOf(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
