import { assetPath, assetPaths, importMap, scriptPaths } from '../../http/pages/assets.ts';

/** Style sheets in order; later ones win. */
const deskStyles = [
  'desk/base.css',
  'desk/desk.css',
  'desk/queue/queue.css',
  'desk/chat/chat.css',
  'desk/speak/speak.css',
  'desk/case/case.css',
  'desk/steps/steps.css',
  'desk/parts/dialog.css',
  'desk/packet/packet.css',
  'desk/phone.css',
];
const logInStyles = ['desk/base.css', 'desk/log-in/log-in.css', 'desk/phone.css'];

/** The files of the desk's page; every script is named, so that the browser fetches them all at once. */
export async function deskFiles() {
  const [styles, script, scripts, imports] = await Promise.all([
    assetPaths(deskStyles),
    assetPath('desk/desk.js'),
    scriptPaths('desk'),
    importMap(['preact', 'preact/hooks', 'htm']),
  ]);
  return { styles, script, imports, preloads: [...Object.values(imports.imports), ...scripts] };
}

/** The files of the page to log in at; `root` leads from its address to `/`. */
export async function logInFiles(root: string) {
  const paths = await assetPaths(logInStyles);
  return { styles: paths.map((path) => `${root}${path}`) };
}
