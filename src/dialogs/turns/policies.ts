import { ReturnsError } from '../../errors.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { effectiveFromOf, inForceOn, oldestFirst, type PolicyCatalog } from '../../policy/catalog.ts';
import type { Policy } from '../../policy/format/load.ts';
import { parseKeptPolicy } from '../../policy/format/parse.ts';
import type { Store } from '../../store/store.ts';

/** The policies that conversations are judged by: those of today, and those that open conversations began with. */
export interface Policies {
  ids(): string[];
  /** The policy that a new conversation begins with: the newest version in force today. */
  current(id: string): Policy | undefined;
  /**
   * The version of a conversation's policy in force on a day, its own before another of the same day; before all, the
   * first.
   */
  inForceOn(pinned: Policy, day: IsoDate): Policy;
  /** The policy of this digest, from the store if it is no longer current. */
  pinned(digest: string): Promise<Policy | undefined>;
  /** Puts other policies in the place of those of today; conversations under way keep theirs. */
  replace(catalog: PolicyCatalog): Promise<void>;
}

/** A conversation, decision or case names a policy that the store does not have: the store is not whole. */
export class PolicyNotKeptError extends ReturnsError {
  readonly code = 'policy-not-kept';
}

/** This deployment has no such policy, now. */
export class PolicyNotLoadedError extends ReturnsError {
  readonly code = 'policy-not-loaded';
}

/** Options of the policies that are kept. */
export interface PolicyKeeping {
  /** Reads a policy of the store again; by default at once, which for a large one keeps others waiting. */
  parse?(kept: { text: string; digest: string; name: string }): Promise<Policy>;
  /** Waited for before a policy is first used. */
  onLoad?(policy: Policy): Promise<void>;
  /** Waited for in every turn of a policy: resolves at once when it is ready for one. */
  ready?(policy: Policy): Promise<void>;
}

/** Keeps every version of the policies in the store, so that every conversation finds its own again. */
export async function keepPolicies(
  first: PolicyCatalog,
  store: Store,
  todayAt: (policyId: string) => IsoDate,
  keeping: PolicyKeeping = {},
): Promise<Policies> {
  const { parse = async (kept) => parseKeptPolicy(kept, kept.name), onLoad, ready } = keeping;
  const byDigest = new Map<string, Policy>();
  const beingRead = new Map<string, Promise<Policy | undefined>>();
  let catalog: PolicyCatalog = new Map();
  const replace = async (next: PolicyCatalog): Promise<void> => {
    for (const policy of [...next.values()].flat()) {
      if (byDigest.get(policy.digest) === policy) continue;
      const { id, version } = policy.file;
      await store.keepPolicy({ id, version, digest: policy.digest, text: policy.text });
      await onLoad?.(policy);
      byDigest.set(policy.digest, policy);
    }
    catalog = next;
  };
  const read = async (digest: string): Promise<Policy | undefined> => {
    const kept = await store.policy(digest);
    if (!kept) return undefined;
    const policy = await parse({ text: kept.text, digest, name: `${kept.id} ${kept.version}` });
    await onLoad?.(policy);
    byDigest.set(digest, policy);
    return policy;
  };
  /** Read once, however many ask for it meanwhile. */
  const readOnce = async (digest: string): Promise<Policy | undefined> => {
    const reading = beingRead.get(digest) ?? read(digest);
    beingRead.set(digest, reading);
    try {
      return await reading;
    } finally {
      beingRead.delete(digest);
    }
  };
  await replace(first);
  return {
    replace,
    ids: () => [...catalog.keys()],
    current: (id) => inForceOn(catalog.get(id) ?? [], todayAt(id)),
    inForceOn: (pinned, day) => {
      const since = effectiveFromOf(pinned.file);
      const others = (catalog.get(pinned.file.id) ?? []).filter(({ file }) => effectiveFromOf(file) !== since);
      return inForceOn(oldestFirst([...others, pinned]), day) ?? pinned;
    },
    async pinned(digest) {
      const policy = byDigest.get(digest) ?? (await readOnce(digest));
      if (policy) await ready?.(policy);
      return policy;
    },
  };
}

/** The policy of this digest, which something in the store names; throws `PolicyNotKeptError`. */
export async function pinnedPolicy(policies: Pick<Policies, 'pinned'>, digest: string): Promise<Policy> {
  const policy = await policies.pinned(digest);
  if (!policy) throw new PolicyNotKeptError(`there is no policy ${digest} in the store`);
  return policy;
}

/** The version in force today of a policy that must be loaded; throws `PolicyNotLoadedError`. */
export function currentPolicy(policies: Pick<Policies, 'current'>, id: string): Policy {
  const policy = policies.current(id);
  if (!policy) throw new PolicyNotLoadedError(`no policy ${id} is loaded`);
  return policy;
}
