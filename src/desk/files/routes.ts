import type { Response, Server } from 'restify';
import { budgets } from '../../budgets.ts';
import { readBody } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { Access } from '../page/access.ts';
import { sendFile } from '../page/files.ts';
import { readKey } from '../requests.ts';
import { words } from '../words/words.ts';
import type { DeskFiles, FileRefusal } from './files.ts';

interface FileDeps {
  desk: { files: DeskFiles };
}

/** Mounts the upload of files that are to be sent to customers. */
export function mountFileUpload(server: Server, { access, desk }: FileDeps & { access: Access }): void {
  server.post('/desk/api/cases/:reference/files', async (req, res) => {
    await access.writer(req);
    const key = readKey(req.headers['idempotency-key'], {});
    const name = new URL(req.url ?? '', 'http://localhost').searchParams.get('name') ?? '';
    const bytes = await readBody(req, budgets.request.uploadBytes);
    const reference = String(req.params.reference ?? '').toUpperCase();
    const kept = await desk.files.keep({ reference, key, name, bytes });
    if (typeof kept === 'string') throw refusals[kept];
    sendJson(res, { file: kept });
  });
}

/** Mounts the addresses of files that were sent; whoever has one may fetch the file. */
export function mountSentFiles(server: Server, { desk }: FileDeps): void {
  server.get('/files/:token', async (req, res) => {
    const file = await desk.files.sentAt(String(req.params.token));
    if (!file) throw new HttpError(404, 'unknown-file', 'there is no file at this address');
    sendFile(res, file);
  });
}

const { files: text } = words.speak;
const refusals: Record<FileRefusal, HttpError> = {
  'no-case': new HttpError(404, 'unknown-case', 'there is no case with this reference'),
  'wrong-kind': new HttpError(415, 'wrong-kind', text.wrongKind),
  'too-many': new HttpError(409, 'too-many-files', text.tooMany),
};

function sendJson(res: Response, body: object): void {
  res.sendRaw(200, JSON.stringify(body), { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
