import { z } from 'zod';
import { asJson, isJsonObject } from '../../json.ts';
import type { Act } from '../../machines/acts.ts';
import type { AgentEvent, AgentRefusal } from '../../machines/agent.ts';
import type { FiledCase } from '../../machines/case.ts';
import { type Merging, pressingIn } from '../../machines/merging.ts';
import { type ConversationRecord, readRecord } from '../../machines/record/record.ts';
import type { Effect, Json, JsonObject, PendingEffect, Store, StoredConversation } from '../../store/store.ts';
import { wordsIn } from '../wording/catalog/words.ts';
import { takenInMessage } from './taken-in.ts';

/** The kind of the effects between cases of which one is merged into the other. */
export const mergingKind = 'merging';

const payloadSchema = z.discriminatedUnion('type', [
  /** A customer's message, by the key that it came in with: its words stay in the chat in which they were written. */
  z.object({
    type: z.literal('message'),
    from: z.string(),
    into: z.string(),
    inboundKey: z.string(),
    alarm: z.enum(['danger', 'declaration']).optional(),
    isCourtesy: z.boolean(),
  }),
  z.object({ type: z.literal('letGo'), from: z.string(), into: z.string() }),
  /** What people say, for the chat of a case that was merged; `key` tells it from all others. */
  z.object({ type: z.literal('toChat'), from: z.string(), into: z.string(), key: z.string(), reply: z.json() }),
]);
type Payload = z.infer<typeof payloadSchema>;

/** The effects of a turn for cases that are merged with its own. */
export function mergingEffects(turn: {
  before: FiledCase | undefined;
  after: FiledCase | undefined;
  acts: Act[];
  /** What people say in it. */
  replies: JsonObject[];
  /** Tells the turn from all others. */
  turnKey: string;
  inboundKey?: string | undefined;
}): Effect[] {
  const { before, after, acts, replies, turnKey, inboundKey } = turn;
  const passed = acts.flatMap((act): Payload[] => {
    if (act.type !== 'passOn' || inboundKey === undefined) return [];
    const { reference: from, into, isCourtesy, alarm } = act;
    return [{ type: 'message', from, into, inboundKey, isCourtesy, ...(alarm && { alarm }) }];
  });
  const isOver = before?.mergedInto !== undefined && after?.mergedInto !== before.mergedInto;
  const over: Payload[] = isOver ? [{ type: 'letGo', from: before.reference, into: before.mergedInto ?? '' }] : [];
  const said = (after?.merged ?? []).flatMap((from) =>
    replies.map((reply, index): Payload => {
      const key = `${turnKey} ${index}`;
      return { type: 'toChat', from, into: after?.reference ?? '', key, reply: plainOf(reply) };
    }),
  );
  return [...passed, ...over, ...said].map((payload) => ({
    kind: mergingKind,
    key: payload.type === 'toChat' ? `${payload.into} > ${payload.from}` : `${payload.from} > ${payload.into}`,
    payload: asJson(payload),
  }));
}

/** A message as it can be said in another chat: without its buttons, and what a page shows of its own case by it. */
function plainOf({ text, from, ownWords, language, attachments }: JsonObject): Json {
  return asJson({ type: 'message', text, from, ownWords, language, attachments });
}

/** The steps that merging is made of. */
export interface MergingDeps {
  store: Pick<Store, 'case' | 'conversation' | 'repeated'>;
  /** One step on a case. */
  step(action: {
    reference: string;
    event: AgentEvent | Merging;
    key?: string | undefined;
    inbound?: { key: string; activity: JsonObject };
  }): Promise<{ kind: 'done' } | AgentRefusal>;
  /** Says something in the chat of a case for as long as that is merged into the other, once for each key. */
  sayIn(to: { from: string; into: string; key: string; reply: JsonObject }): Promise<void>;
}

/** Merges a case into another of the same shop, or says why not; the other takes it in first, so none is in a circle. */
export async function mergeCases(
  { store, step }: MergingDeps,
  { reference, event, key }: { reference: string; event: Extract<AgentEvent, { type: 'merge' }>; key: string },
): Promise<{ kind: 'done' } | AgentRefusal> {
  const { by, into } = event;
  if (reference === into) return { kind: 'cannot-merge', because: 'same' };
  const [own, other] = [await conversationOf(store, reference), await conversationOf(store, into)];
  const filed = own && readRecord(own.record).conversation.case;
  if (!own || !other || filed?.reference !== reference) return { kind: 'no-case' };
  if (own.policyId !== other.policyId) return { kind: 'cannot-merge', because: 'shop' };
  if (filed.mergedInto === into) return { kind: 'done' };
  const absorbed = await step({
    reference: into,
    event: { type: 'absorb', by, from: reference, ...pressingIn(filed) },
  });
  if (absorbed.kind !== 'done') return { kind: 'cannot-merge', because: 'not-open' };
  const merged = await step({ reference, event, key });
  if (merged.kind !== 'done') await step({ reference: into, event: { type: 'letGo', from: reference } });
  return merged;
}

/** Brings one effect to the other case; resolves when that has it. */
export async function carryMerged(
  deps: MergingDeps,
  effect: Pick<PendingEffect, 'conversationId' | 'payload'>,
): Promise<void> {
  const payload = payloadSchema.parse(effect.payload);
  switch (payload.type) {
    case 'message':
      await bringIn(deps, payload, effect.conversationId);
      break;
    case 'letGo': {
      // It can have been merged once more since.
      const mergedInto = await mergedIntoOf(deps.store, payload.from);
      if (mergedInto !== payload.into) {
        await deps.step({ reference: payload.into, event: { type: 'letGo', from: payload.from } });
      }
      break;
    }
    case 'toChat': {
      const { from, into, key, reply } = payload;
      if (isJsonObject(reply)) await deps.sayIn({ from, into, key, reply });
    }
  }
}

/** Where the other case is gone, the customer's own one waits for people again. */
async function bringIn(
  { store, step }: MergingDeps,
  { from, into, inboundKey, alarm, isCourtesy }: Extract<Payload, { type: 'message' }>,
  conversationId: string,
): Promise<void> {
  const own = await conversationOf(store, from);
  const record = own && readRecord(own.record);
  if (!record || mergedIn(record, from) !== into) return;
  const inbound = (await store.repeated(conversationId, inboundKey))?.inbound;
  if (!inbound) return;
  const text = wordsIn(record.language).say('case.takenIn', { from });
  const activity = takenInMessage(text, { reference: from, seq: inbound.seq });
  const taken = await step({
    reference: into,
    event: { type: 'takeIn', from, isCourtesy, alarm },
    inbound: { key: `${mergingKind} ${conversationId} ${inboundKey}`, activity },
  });
  if (taken.kind !== 'done') await step({ reference: from, event: { type: 'partWays', into } });
}

async function conversationOf(store: MergingDeps['store'], reference: string): Promise<StoredConversation | undefined> {
  const filed = await store.case(reference);
  return filed && store.conversation(filed.conversationId);
}

/** The case that this one is merged into as it stands. */
async function mergedIntoOf(store: MergingDeps['store'], reference: string): Promise<string | undefined> {
  const conversation = await conversationOf(store, reference);
  return conversation && mergedIn(readRecord(conversation.record), reference);
}

/** The same in a record; none where its customer has another case. */
export function mergedIn({ conversation }: ConversationRecord, reference: string): string | undefined {
  return conversation.case?.reference === reference ? conversation.case.mergedInto : undefined;
}
