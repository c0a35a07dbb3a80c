import type { Policy } from '../policy/load.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { Store } from '../store/store.ts';

/** The policies that conversations are judged by: those of today, and those that open conversations began with. */
export interface Policies {
  ids(): string[];
  /** The policy that a new conversation begins with. */
  current(id: string): Policy | undefined;
  /** The policy of this digest, from the store if it is no longer current. */
  pinned(digest: string): Promise<Policy | undefined>;
}

/** Keeps the current policies in the store, so that every conversation finds its own again. */
export async function keepPolicies(current: Map<string, Policy>, store: Store): Promise<Policies> {
  const byDigest = new Map<string, Policy>();
  for (const policy of current.values()) {
    byDigest.set(policy.digest, policy);
    const { id, version } = policy.file;
    await store.keepPolicy({ id, version, digest: policy.digest, text: policy.text });
  }
  return {
    ids: () => [...current.keys()],
    current: (id) => current.get(id),
    async pinned(digest) {
      const known = byDigest.get(digest);
      if (known) return known;
      const kept = await store.policy(digest);
      if (!kept) return undefined;
      const policy = parsePolicy(kept.text, `${kept.id} ${kept.version}`);
      byDigest.set(digest, policy);
      return policy;
    },
  };
}
