const rounds = 21;
const leastMilliseconds = 20;

/** The median time that one call takes, in nanoseconds, over rounds long enough for the clock. */
export async function medianNanoseconds<T>(
  inputs: readonly T[],
  run: (input: T) => unknown,
  isPromised = false,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round++) {
    const time = await oneRound(inputs, run, isPromised);
    // The first rounds warm the compiler up.
    if (round >= 3) times.push(time);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}

/** Every result is kept for a moment, so that no call is optimised away. */
const kept = { result: undefined as unknown };

async function oneRound<T>(inputs: readonly T[], run: (input: T) => unknown, isPromised: boolean): Promise<number> {
  const start = performance.now();
  let calls = 0;
  do {
    if (isPromised) for (const input of inputs) kept.result = await run(input);
    else for (const input of inputs) kept.result = run(input);
    calls += inputs.length;
  } while (performance.now() - start < leastMilliseconds);
  return ((performance.now() - start) * 1e6) / calls;
}
