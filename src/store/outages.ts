import type { Store } from './store.ts';
import type { StoreUnavailableError } from './unavailable.ts';

/** Tells an error that says that the store cannot be used now; `undefined` for any other. */
export type OutageOf = (error: unknown) => StoreUnavailableError | undefined;

/** Lets `call` fail with a StoreUnavailableError where its error is one by `outageOf`. */
export async function orOutage<T>(call: () => Promise<T>, outageOf: OutageOf): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw outageOf(cause) ?? cause;
  }
}

/** The same store, whose calls fail with a StoreUnavailableError where their error is one by `outageOf`. */
export function withOutages(store: Store, outageOf: OutageOf): Store {
  return new Proxy(store, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...values: unknown[]): unknown => {
        const result: unknown = Reflect.apply(call, target, values);
        return result instanceof Promise ? orOutage(() => result, outageOf) : result;
      };
    },
  });
}
