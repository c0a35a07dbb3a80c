import { renderFor } from '../../../dialogs/wording/rendering/render.ts';
import { asJson } from '../../../json.ts';
import type { JsonObject, StoredActivity } from '../../../store/store.ts';
import { shownAttachments } from '../../shown-attachments.ts';
import type { Reference } from '../reference.ts';

/** A stored reply as the channel gets it, under the id that it has in the store, which is the same at every attempt. */
export function presentReply(
  { id, activity }: StoredActivity,
  reference: Omit<Reference, 'serviceUrl'>,
  replyToId: string | undefined,
): JsonObject {
  const { channelId, conversation, user, bot, locale } = reference;
  const rendered = renderFor(channelId, activity);
  const addressed = {
    ...rendered,
    ...shownAttachments(rendered),
    id,
    channelId,
    conversation,
    from: bot,
    recipient: user,
    ...(replyToId !== undefined && { replyToId }),
    ...(locale !== undefined && { locale }),
  };
  return asJson(addressed);
}
