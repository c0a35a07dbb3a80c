import type { CustomerEvent, Digression, TalkMatter } from '../../machines/events.ts';
import type { Effect } from '../../store/store.ts';

/** The ways back to a talk, for those who come from elsewhere: by e-mail, and by a code that was sent there. */
export interface Talks {
  /** Finds out what becomes of it, in the chat of this id. */
  resolve(chat: string, matter: TalkMatter): Promise<TalkMatter>;
  /** True if the code is right, or what else becomes of it; `undefined` where the chat has asked for none. */
  tryCode(chat: string, code: string): Promise<TalkMatter | undefined>;
  /** The effects that send what was asked for. */
  effects(chat: string, matter: TalkMatter): Effect[];
}

/** The event as it goes on: with what became of a matter of talks, and without a code. */
export async function withTalks(talks: Talks | undefined, chat: string, read: CustomerEvent): Promise<CustomerEvent> {
  const { code, ...event } = read;
  const opened = code === undefined ? undefined : await talks?.tryCode(chat, code);
  if (opened) return { type: 'digress', about: opened };
  const matter = matterOf(event);
  if (!talks || !matter || !('about' in event)) return event;
  return { ...event, about: await talks.resolve(chat, matter) };
}

/** The matter of talks that an event is about, if it is. */
export function matterOf(event: CustomerEvent): TalkMatter | undefined {
  return 'about' in event && event.about && isMatter(event.about) ? event.about : undefined;
}

function isMatter(about: Digression): about is TalkMatter {
  return about.kind === 'earlier-case' || about.kind === 'mail-talk' || about.kind === 'talk-code';
}
