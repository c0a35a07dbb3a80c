/** Counts wrong tokens by address, so that nobody can try many. */
export interface WrongTokens {
  /** Whether this address has to wait. */
  areTooMany(address: string): boolean;
  add(address: string): void;
}

const most = 10;
const minuteMs = 60_000;
/** Beyond it the address that was counted longest ago is forgotten. */
const mostAddresses = 10_000;

/** Ten wrong tokens a minute from one address, counted in memory. */
export function createWrongTokens(now: () => Date): WrongTokens {
  const instants = new Map<string, number[]>();

  function recent(address: string): number[] {
    const since = now().getTime() - minuteMs;
    return (instants.get(address) ?? []).filter((instant) => instant > since);
  }

  return {
    areTooMany: (address) => recent(address).length >= most,
    add(address) {
      const counted = recent(address);
      // Deleted first, so that the map is in the order of counting.
      instants.delete(address);
      instants.set(address, [...counted, now().getTime()].slice(-most));
      const [oldest] = instants.keys();
      if (instants.size > mostAddresses && oldest !== undefined) instants.delete(oldest);
    },
  };
}
