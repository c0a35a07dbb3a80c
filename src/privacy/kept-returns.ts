const DAY_MS = 24 * 60 * 60_000;

/** The first instant (ISO) of registered returns that are kept when all else is erased; 0 days: all of them are. */
export function keepReturnsSince(now: Date, returnsDays: number): string {
  return returnsDays === 0 ? '' : daysBefore(now, returnsDays);
}

/** The instant (ISO) so many days ago. */
export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}
