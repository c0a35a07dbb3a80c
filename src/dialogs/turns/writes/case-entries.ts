import { type FiledCase, filedCaseSchema, isOpenCase } from '../../../machines/case.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import type { CaseEntry } from '../../../store/case-index.ts';
import type { JsonObject, Store, StoredCase } from '../../../store/store.ts';
import { placeOf } from './case-place.ts';
import { textsOfCase, textsOfMessage } from './case-texts.ts';

/** A customer who waits for an answer. */
export interface Wait {
  shop: string;
  timeZone: string;
  /** ISO instant. */
  since: string;
  /** True if no person has said a word yet. */
  isFirst: boolean;
}

/** The instant (ISO) by which a shop promises an answer; `undefined` where it promises none. */
export type DueAt = (wait: Wait) => string | undefined;

/** What an entry is made with. */
export interface EntryDeps {
  store: Pick<Store, 'activities' | 'lastSeq' | 'return'>;
  /** Absent: no shop promises anything. */
  dueAt?: DueAt | undefined;
}

/** Where a case stands. */
export interface EntryAt {
  conversationId: string;
  shop: string;
  timeZone: string;
  /** ISO instant at which the case changed last. */
  at: string;
}

/** What a case is sorted and found by, beside the texts of its talk. */
export function entryOf(
  { dueAt: promise }: EntryDeps,
  filed: FiledCase,
  of: EntryAt,
): Omit<CaseEntry, 'texts' | 'isWhole'> {
  const { reference, state, isUrgent, because = 'asked-for-human', agent, answeredAt, snoozedUntil, tags = [] } = filed;
  const waitingSince = sinceWhen(filed);
  const { shop, timeZone, at, conversationId } = of;
  const isFirst = answeredAt === undefined;
  const dueAt = waitingSince === undefined ? undefined : promise?.({ shop, timeZone, since: waitingSince, isFirst });
  const known: FiledCase = { ...filed, ...(waitingSince !== undefined && { waitingSince }) };
  return {
    ...{ reference, conversationId, state, urgent: isUrgent, shop, reason: because, tags },
    place: placeOf(known, { at, dueAt, hasLevels: promise !== undefined }),
    ...(agent && { agent }),
    ...(waitingSince !== undefined && { waitingSince }),
    ...(dueAt !== undefined && { dueAt }),
    ...(snoozedUntil !== undefined && { snoozedUntil }),
  };
}

/** Since when the customer waits; a case of before this was noted and that nobody has claimed, since it was filed. */
function sinceWhen({ state, waitingSince, history }: FiledCase): string | undefined {
  if (waitingSince !== undefined) return waitingSince;
  return state === 'waiting' ? history.findLast(({ what }) => what === 'filed' || what === 'reopened')?.at : undefined;
}

/** The entries that a turn writes: those of the cases in it, or of the case that is talked about. */
export async function caseEntriesOf(
  deps: EntryDeps,
  turn: {
    before: Conversation;
    after: Conversation;
    cases: StoredCase[];
    messages: JsonObject[];
    of: EntryAt;
  },
): Promise<CaseEntry[]> {
  const { before, after, cases, messages, of } = turn;
  const current = after.case;
  const texts = messages.flatMap(textsOfMessage);
  const left = cases.filter(({ reference }) => reference !== current?.reference);
  const entries: CaseEntry[] = left.flatMap((row) => {
    const { data } = filedCaseSchema.safeParse(row.file);
    return data ? [{ ...entryOf(deps, data, of), texts: [], isWhole: false }] : [];
  });
  if (!current || (cases.length === 0 && texts.length === 0 && !isOpenCase(current))) return entries;
  const row = cases.find(({ reference }) => reference === current.reference);
  const isWhole = before.case?.reference !== current.reference;
  const earlier = isWhole ? await textsOfTalk(deps.store, of.conversationId) : [];
  const known = row ? textsOfCase(current.reference, after, row.caseFile) : [];
  return [...entries, { ...entryOf(deps, current, of), texts: [...known, ...earlier, ...texts], isWhole }];
}

/** So many messages of a talk are looked through when a case is filed in it; in a longer one its last ones. */
const lookedThrough = { whole: 80, last: 40 };

/** The texts of the messages of a talk so far. What was said long before is found by the case that was filed then. */
export async function textsOfTalk(
  store: Pick<Store, 'activities' | 'lastSeq'>,
  conversationId: string,
): Promise<string[]> {
  const seq = await store.lastSeq(conversationId);
  const { whole, last } = lookedThrough;
  const after = seq > whole ? seq - last : 0;
  return (await store.activities(conversationId, after, whole)).flatMap(({ activity }) => textsOfMessage(activity));
}
