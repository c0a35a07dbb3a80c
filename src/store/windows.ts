/** The instant (ISO) that lies `ms` milliseconds before another. */
export function before(at: string, ms: number): string {
  return new Date(Date.parse(at) - ms).toISOString();
}
