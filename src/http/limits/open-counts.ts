/** Counts what is open at this moment, by key. */
export interface OpenCounts {
  of(key: string): number;
  /** Counts one more; call what it returns when it is closed (a second call does nothing). */
  enter(key: string): () => void;
}

export function createOpenCounts(): OpenCounts {
  const counts = new Map<string, number>();
  const of = (key: string): number => counts.get(key) ?? 0;
  return {
    of,
    enter(key) {
      counts.set(key, of(key) + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const rest = of(key) - 1;
        if (rest === 0) counts.delete(key);
        else counts.set(key, rest);
      };
    },
  };
}
