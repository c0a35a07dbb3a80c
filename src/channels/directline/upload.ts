import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { parseJson, readBody } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';

/** The largest upload, files included. */
const UPLOAD_LIMIT_BYTES = 4 * 1024 * 1024;

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
  const bytes = await readBody(req, UPLOAD_LIMIT_BYTES);
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
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new HttpError(400, 'invalid-upload', 'the body is not multipart/form-data', { cause });
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
  return { contentType: contentType || 'application/octet-stream', ...(name && { name: name.slice(0, 256) }) };
}

function fileName(disposition: string | undefined): string | undefined {
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
}
