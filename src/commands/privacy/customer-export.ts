import { z } from 'zod';
import type { TranscriptMessage } from '../../desk/case/case-view.ts';
import { transcriptOf } from '../../desk/case/transcript.ts';
import { words } from '../../desk/words/words.ts';
import { plainText } from '../../dialogs/wording/plain-markdown.ts';
import { filedCaseSchema } from '../../machines/case.ts';
import { readRecord } from '../../machines/record/record.ts';
import { allActivities } from '../../store/all-activities.ts';
import type { Contents } from '../../store/store.ts';
import { minuteOf } from '../cases/lines.ts';
import { visible, visibleJson } from '../chat/text.ts';
import type { CommandCore } from '../command.ts';
import { UsageError } from '../input/options.ts';
import { conversationsOf } from './subjects.ts';

/** What a customer gets: the same as JSON and to be read, and the files they sent under names that are safe. */
export interface CustomerExport {
  json: string;
  text: string;
  files: { name: string; bytes: Uint8Array }[];
}

/** Gathers everything that is kept of a customer. Throws UsageError if there is nothing. */
export async function exportSubject(
  core: Pick<CommandCore, 'store' | 'policies'>,
  subject: string,
): Promise<CustomerExport> {
  const ids = await conversationsOf(core.store, subject);
  const all = await Promise.all(ids.map((id) => conversationOf(core, id)));
  return {
    json: visibleJson(all.map(({ data }) => data)),
    text: all.map(({ text }) => text).join('\n\n'),
    files: all.flatMap(({ files }) => files),
  };
}

async function conversationOf({ store, policies }: Pick<CommandCore, 'store' | 'policies'>, id: string) {
  const conversation = await store.conversation(id);
  if (!conversation) throw new UsageError('Of that only the registered return is kept, which names nobody.');
  const record = readRecord(conversation.record);
  const policy = await policies.pinned(record.policy.digest);
  if (!policy) throw new UsageError(`The version of the policy that ${id} began with is gone.`);
  const messages = await transcriptOf(store, conversation, policy);
  const contents = await store.contents(id);
  const sent = JSON.stringify(await allActivities(store, id));
  // What somebody at a desk made ready and never sent is nobody's but the shop's.
  const ofCustomer = contents.files.filter((file) => sent.includes(file.id));
  const files = ofCustomer.map((file) => ({ ...file, fileName: fileNameOf(file) }));
  const { answers, details, order } = record.conversation;
  return {
    data: {
      conversation: id,
      shop: policy.file.name,
      channel: conversation.channel,
      customerId: conversation.userId,
      answers,
      details,
      ...(order && { order }),
      messages: messages.map(({ at, who, text, files: sent }) => ({ at, from: who, text, files: sent })),
      ...rowsOf(contents),
      files: files.map(({ fileName, name, contentType, at }) => ({ file: fileName, name, contentType, at })),
    },
    text: [`${policy.file.name}, ${id} (UTC)`, ...messages.map(messageText)].join('\n\n'),
    files: files.map(({ fileName, bytes }) => ({ name: fileName, bytes })),
  };
}

const gathered = z.looseObject({ facts: z.record(z.string(), z.json()).default({}) });

/** Rows as the customer gets them: without who at the shop did what, and without the keys of our own. */
function rowsOf({ cases, decisions, returns }: Contents) {
  return {
    cases: cases.map(({ reference, state, at, caseFile, file }) => {
      const ruling = filedCaseSchema.safeParse(file).data?.ruling;
      const settled = ruling && { ruling: ruling.ruling, resolution: ruling.resolution, reason: ruling.reason };
      return {
        reference,
        state,
        at,
        facts: gathered.safeParse(caseFile).data?.facts ?? {},
        ...(settled && { settled }),
      };
    }),
    decisions: decisions.map(({ reference, state, at, facts, decision }) => ({
      reference,
      state,
      at,
      facts,
      decision,
    })),
    returns: returns.map(({ rma, reference, state, at, form }) => ({ rma, reference, state, at, form })),
  };
}

/** A customer's file name may be a path, or anything. */
function fileNameOf({ id, name }: { id: string; name: string }): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[0] ?? '';
  return `${id.replace(/[^\w-]/g, '_')}${ending}`;
}

function messageText({ at, who, text, files }: TranscriptMessage): string {
  const said = who === 'customer' ? text : plainText(text);
  const lines = [...said.split('\n'), ...files.map((name) => `[${name}]`)].filter((line) => line !== '');
  return [`${minuteOf(at)} ${words.case.speakers[who]}`, ...lines.map((line) => `  ${visible(line)}`)].join('\n');
}
