import type { Json } from '../../json.ts';

/** As much of a Bot Framework activity from Teams as is read here; the channel that takes it in has checked it. */
export interface TeamsActivity {
  type: string;
  id?: string | undefined;
  /** Of an invoke, whose button stands on the message `replyToId`. */
  name?: string | undefined;
  replyToId?: string | undefined;
  channelId: string;
  serviceUrl?: string | undefined;
  /** `id` ends in `;messageid=` and the first message of the thread where it is one of a channel. */
  conversation: { id: string; isGroup?: boolean | null | undefined; conversationType?: string | null | undefined };
  /** `aadObjectId`: who it is in Entra. */
  from?: { id: string; name?: string | null | undefined; aadObjectId?: string | null | undefined } | undefined;
  recipient?: { id: string; name?: string | null | undefined } | undefined;
  value?: Json | undefined;
  attachments?: { contentType: string; content?: Json | null | undefined }[] | undefined;
  entities?: { type: string; mentioned?: { id: string } | null | undefined }[] | undefined;
}
