import type { ListedSession } from '../../page/session-rows.ts';
import type { DeskSession } from '../../page/sessions.ts';
import type { Account } from '../account.ts';

/** What somebody sees on the page for people. */
export interface PeopleView {
  /** Leads from the page's address to `/`. */
  root: string;
  csrf: string;
  session: DeskSession;
  /** The key of the session that looks. */
  sessionKey: string;
  /** Absent: they came with the token. */
  account: Account | undefined;
  /** Everybody, for leads and owners. */
  people: Account[];
  /** Their own. */
  sessions: ListedSession[];
  /** Everybody's, for owners. */
  allSessions: ListedSession[];
}
