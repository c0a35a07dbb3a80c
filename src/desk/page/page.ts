import type { Response, Server } from 'restify';
import { fill, jsonInPage, links } from '../../http/pages/templates.ts';
import { readTemplate } from '../../http/pages/web-files.ts';
import { words, wordsForPage } from '../words/words.ts';
import { sendPage } from './answers.ts';
import type { DeskPage } from './desk-page.ts';
import type { createLogIn } from './log-in.ts';
import { deskFiles } from './page-files.ts';
import type { DeskSession, DeskSessions } from './sessions.ts';

/** Mounts the desk's page at `/desk`, with logging in and out. */
export function mountDeskPage(
  server: Server,
  { sessions, logIn }: { sessions: DeskSessions; logIn: ReturnType<typeof createLogIn> },
): void {
  for (const method of ['get', 'head'] as const) {
    server[method]('/desk', async (req, res) => {
      const session = await sessions.read(req);
      await (session ? showDesk(res, sessions, session) : logIn.show(res, 200, { root: '' }));
    });
  }
  logIn.mount(server);
}

async function showDesk(res: Response, sessions: DeskSessions, session: DeskSession): Promise<void> {
  const [page, files] = await Promise.all([readTemplate('desk/desk.html'), deskFiles()]);
  const { agent, role } = session;
  const data: DeskPage = { agent, role, csrf: sessions.pageToken(session), words: wordsForPage };
  const { title, noScript } = words.page;
  sendPage(res, 200, (nonce) =>
    fill(page, {
      title,
      noScript,
      nonce,
      script: files.script,
      styles: links('stylesheet', files.styles, nonce),
      imports: jsonInPage(files.imports),
      preloads: links('modulepreload', files.preloads, nonce),
      data: jsonInPage(data),
    }),
  );
}
