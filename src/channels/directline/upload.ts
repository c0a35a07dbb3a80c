import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { budgets } from '../../budgets.ts';
import { visibleName } from '../../dialogs/wording/visible-text.ts';
import { parseJson, readBody } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';

const { parts: maxParts, uploadBytes } = budgets.request;

/** A file of an upload, as it was sent. */
export interface UploadedFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/**
 * Reads an upload into the activity it stands for, with the files' names and types as attachments, and the files in
 * the same order. Throws 400 when it is no upload, 413 when it is too large.
 */
export async function readUpload(req: IncomingMessage): Promise<{ activity: unknown; files: UploadedFile[] }> {
  const contentType = req.headers['content-type'] ?? 'application/octet-stream';
  const bytes = await readBody(req, uploadBytes);
  if (!/^multipart\/form-data/i.test(contentType)) {
    const attachment = describe(contentType, fileName(req.headers['content-disposition']));
    return {
      activity: { type: 'message', attachments: [attachment] },
      files: [{ name: attachment.name ?? 'file', contentType: attachment.contentType, bytes }],
    };
  }
  const form = await readForm(bytes, contentType);
  const { template, files } = await partsOf(form);
  if (template === undefined && files.length === 0) {
    throw new HttpError(400, 'invalid-upload', 'the upload has neither an activity nor a file');
  }
  const attachments = files.map((file) => describe(file.type, file.name));
  const contents = files.map(async (file, at) => ({
    name: attachments[at]?.name ?? 'file',
    contentType: attachments[at]?.contentType ?? '',
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  return { activity: { type: 'message', ...template, attachments }, files: await Promise.all(contents) };
}

async function readForm(bytes: Buffer, contentType: string): Promise<FormData> {
  demandFewParts(bytes, contentType);
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new HttpError(400, 'invalid-upload', 'the body is not multipart/form-data', { cause });
  }
}

/** Throws 400 where a body has more boundaries than parts are taken: parsing each part costs, whatever it holds. */
function demandFewParts(bytes: Buffer, contentType: string): void {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)?.slice(1).find(Boolean);
  if (boundary === undefined) throw new HttpError(400, 'invalid-upload', 'multipart/form-data has no boundary');
  let found = -1;
  // The last boundary ends the last part.
  for (let at = bytes.indexOf(`--${boundary}`); at !== -1; at = bytes.indexOf(`--${boundary}`, at + 1)) {
    found += 1;
    if (found > maxParts) throw new HttpError(400, 'too-many-parts', `an upload has at most ${maxParts} parts`);
  }
}

/** The part named `activity` is the message; every other part is a file of it. */
async function partsOf(form: FormData): Promise<{ template: Record<string, unknown> | undefined; files: File[] }> {
  const activity = form.get('activity');
  const files = [...form].flatMap(([name, part]) => (name !== 'activity' && part instanceof File ? [part] : []));
  if (activity === null) return { template: undefined, files };
  const bytes = typeof activity === 'string' ? Buffer.from(activity) : new Uint8Array(await activity.arrayBuffer());
  const template = z.record(z.string(), z.unknown()).safeParse(parseJson(bytes));
  if (!template.success) throw new HttpError(400, 'invalid-activity', 'the part named activity is not a JSON object');
  return { template: template.data, files };
}

function describe(contentType: string, name: string | undefined): { contentType: string; name?: string } {
  const shown = name && visibleName(name).slice(0, 256);
  return { contentType: contentType || 'application/octet-stream', ...(shown && { name: shown }) };
}

function fileName(disposition: string | undefined): string | undefined {
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
}
