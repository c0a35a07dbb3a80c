import type { Store } from './store.ts';

/** The part of a store that brings customers back to their conversations. */
export type Talks = Pick<
  Store,
  | 'keepTalkKey'
  | 'talkKey'
  | 'forgetTalkKey'
  | 'forgetTalkKeys'
  | 'customersSeen'
  | 'absenceMailed'
  | 'keepContact'
  | 'presence'
>;
