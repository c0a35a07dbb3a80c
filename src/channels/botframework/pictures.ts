import { hash } from 'node:crypto';
import { budgets } from '../../budgets.ts';
import { visibleName } from '../../dialogs/wording/visible-text.ts';
import { isHeic, type ReadHeic } from '../../http/heic.ts';
import { shownPictureType } from '../../http/pictures.ts';
import type { JsonObject, Store } from '../../store/store.ts';
import { keepFile } from '../kept-files.ts';
import { mayReplyTo, type ReplyTargets } from './authentication/callers.ts';
import type { InboundActivity } from './inbound.ts';

/** A channel gives a message up after fifteen seconds. */
const FETCH_MS = 6_000;
const { uploadBytes } = budgets.request;

export interface PictureDeps {
  store: Pick<Store, 'keepFile' | 'repeated'>;
  /** The bot's token, which channels ask for. */
  token(): Promise<string | undefined>;
  replyTargets: ReplyTargets;
  /** Makes a JPEG of a phone's picture. */
  readHeic: ReadHeic;
}

type Attachment = NonNullable<InboundActivity['attachments']>[number];

/** True if a message has a picture that lies at the channel's own service. */
export function hasPicture({ attachments = [], serviceUrl }: InboundActivity): boolean {
  return attachments.some((one) => isOfService(one, serviceUrl));
}

/**
 * Fetches the pictures of a message from its channel's service, and nothing from elsewhere, for the token goes with the
 * request; resolves to the attachments as they are kept, of which those that are pictures name their files.
 */
export function createPictures({ store, token, replyTargets, readHeic }: PictureDeps) {
  async function fetched({ contentUrl }: Attachment): Promise<Uint8Array | undefined> {
    if (!contentUrl || !mayReplyTo(contentUrl, replyTargets)) return undefined;
    const bearer = await token();
    const response = await fetch(contentUrl, {
      headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
      // A redirect would carry the token to whoever it names.
      redirect: 'manual',
      signal: AbortSignal.timeout(FETCH_MS),
    });
    if (response.ok) return bytesOf(response);
    await response.body?.cancel();
    return undefined;
  }

  async function kept(conversationId: string, key: string, attachment: Attachment, index: number): Promise<JsonObject> {
    const { contentType } = attachment;
    const name = visibleName(attachment.name ?? '');
    const bytes = await fetched(attachment).catch(() => undefined);
    const fileType = bytes && (isHeic(bytes) ? 'image/heic' : shownPictureType(bytes));
    if (!bytes || !fileType) return { contentType, name };
    const id = hash('sha256', JSON.stringify([conversationId, key, index])).slice(0, 32);
    const at = new Date().toISOString();
    const file = { id, conversationId, at, name: name || 'picture', contentType: fileType, bytes };
    return { ...(await keepFile({ store, readHeic }, file)), contentType };
  }

  return async (activity: InboundActivity, conversationId: string, key: string): Promise<JsonObject[] | undefined> => {
    const { attachments = [], serviceUrl } = activity;
    if (!hasPicture(activity) || (await store.repeated(conversationId, key))) return undefined;
    const files = attachments.filter(({ contentType }) => !contentType.startsWith('text/html'));
    return Promise.all(
      files.map(async (one, index) =>
        isOfService(one, serviceUrl)
          ? kept(conversationId, key, one, index)
          : { contentType: one.contentType, name: visibleName(one.name ?? '') },
      ),
    );
  };
}

function isOfService({ contentType, contentUrl }: Attachment, serviceUrl: string | undefined): boolean {
  if (!contentType.startsWith('image/') || !contentUrl || serviceUrl === undefined) return false;
  return new URL(contentUrl).origin === new URL(serviceUrl).origin;
}

async function bytesOf(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > uploadBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
