import { isJsonObject } from '../json.ts';
import type { Json, JsonObject } from '../store/store.ts';

/** The attachments of a message as its customer may see them, where it has some. */
export function shownAttachments({ attachments }: JsonObject): JsonObject {
  return Array.isArray(attachments) ? { attachments: attachments.map(withoutFileId) } : {};
}

/** Removes what is for the people at the shop: under which id a file is kept, and what it was found to be. */
function withoutFileId(attachment: Json): Json {
  if (!isJsonObject(attachment)) return attachment;
  const { fileId: _, fileType: __, originalId: ___, isUnreadable: ____, ...shown } = attachment;
  return shown;
}
