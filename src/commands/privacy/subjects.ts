import { allActivities } from '../../store/all-activities.ts';
import type { Store } from '../../store/store.ts';
import { UsageError } from '../input/options.ts';

/**
 * The conversations that somebody is found by: an id of one, a reference or return number, or an e-mail address that
 * stands in it. Throws UsageError if there is none.
 */
export async function conversationsOf(store: Store, subject: string): Promise<string[]> {
  const name = subject.trim();
  const found = name.includes('@') ? await naming(store, name) : await named(store, name);
  if (found.length === 0) {
    throw new UsageError(
      'Nothing is kept under that; give the id of a conversation, a reference, or an e-mail address.',
    );
  }
  return found;
}

async function named(store: Store, name: string): Promise<string[]> {
  if (await store.conversation(name)) return [name];
  return [await store.conversationOf(name.toUpperCase())].flatMap((id) => id ?? []);
}

/** "ann@example.com" is not who "joann@example.com" is. */
async function naming(store: Store, email: string): Promise<string[]> {
  const own = new RegExp(`(?<![\\w.+-])${email.replace(/[^\w@]/g, '\\$&')}(?![\\w-]|\\.\\w)`, 'i');
  const candidates = await store.conversationsNaming(email);
  const isNamed = await Promise.all(
    candidates.map(async (id) => {
      const [conversation, messages, { returns }] = [
        await store.conversation(id),
        await allActivities(store, id),
        await store.contents(id),
      ];
      return own.test(JSON.stringify([conversation?.record, messages, returns]));
    }),
  );
  return candidates.filter((_, index) => isNamed[index]);
}
