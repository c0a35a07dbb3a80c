import { budgets } from '../budgets.ts';
import { isHeic, type ReadHeic } from '../http/heic.ts';
import { shownPictureType } from '../http/pictures.ts';
import type { JsonObject, Store, StoredFile } from '../store/store.ts';

const { files: maxFiles } = budgets.conversation;

/**
 * Keeps a file for the people who may look at the case, and says so as an attachment. A phone's picture is kept as a JPEG
 * beside it, which a browser shows; where it cannot be read the attachment says that.
 */
export async function keepFile(
  { store, readHeic }: { store: Pick<Store, 'keepFile'>; readHeic: ReadHeic },
  file: StoredFile,
): Promise<JsonObject> {
  const attachment = { contentType: file.contentType, name: file.name };
  if (!(await store.keepFile(file, maxFiles))) return attachment;
  const fileType = shownPictureType(file.bytes) ?? 'application/octet-stream';
  const original = { ...attachment, fileId: file.id, fileType };
  if (!isHeic(file.bytes)) return original;
  const jpeg = await readHeic(file.bytes);
  const shown = jpeg && { ...file, id: `${file.id}-jpeg`, contentType: 'image/jpeg', bytes: jpeg };
  // A file that has no room beside its original is one that cannot be shown.
  if (!shown || !shownPictureType(jpeg) || !(await store.keepFile(shown, maxFiles))) {
    return { ...original, isUnreadable: true };
  }
  return { ...attachment, fileId: shown.id, fileType: 'image/jpeg', originalId: file.id };
}
