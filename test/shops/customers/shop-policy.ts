import { loadPolicy, type Policy } from '../../../src/policy/format/load.ts';
import { shopPath } from '../book.ts';
import type { ShopId } from '../tables.ts';

const loaded = new Map<ShopId, Policy>();

/** The shop's policy, read when it is first asked for. */
export function shopPolicy(shop: ShopId): Policy {
  const policy = loaded.get(shop) ?? loadPolicy(shopPath(shop));
  loaded.set(shop, policy);
  return policy;
}
