import { assetPath, assetPaths, importMap, scriptPaths } from '../../http/pages/assets.ts';

/** Style sheets in order; later ones win. */
const deskStyles = [
  'desk/base.css',
  'desk/desk.css',
  'desk/bar.css',
  'desk/queue/queue.css',
  'desk/queue/finding.css',
  'desk/chat/chat.css',
  'desk/speak/speak.css',
  'desk/case/case.css',
  'desk/steps/steps.css',
  'desk/hands/hands.css',
  'desk/parts/dialog.css',
  'desk/packet/packet.css',
  'desk/phone.css',
];
const logInStyles = ['desk/base.css', 'desk/log-in/log-in.css', 'desk/phone.css'];
const peopleStyles = ['desk/base.css', 'desk/people/people.css', 'desk/phone.css'];
/** Scripts of pages beside the desk's own. */
const beside = /\/desk\/(log-in|people)\//;

/** The files of the desk's page; every script is named, so that the browser fetches them all at once. */
export async function deskFiles() {
  const [styles, script, scripts, imports] = await Promise.all([
    assetPaths(deskStyles),
    assetPath('desk/desk.js'),
    scriptPaths('desk'),
    importMap(['preact', 'preact/hooks', 'htm']),
  ]);
  const own = scripts.filter((path) => !beside.test(path));
  return { styles, script, imports, preloads: [...Object.values(imports.imports), ...own] };
}

/** The files of the page to log in at; `root` leads from its address to `/`. */
export function logInFiles(root: string) {
  return filesWithPasskeys(root, logInStyles, 'desk/log-in/log-in.js');
}

/** Likewise of the page for people. */
export function peopleFiles(root: string) {
  return filesWithPasskeys(root, peopleStyles, 'desk/people/people.js');
}

async function filesWithPasskeys(root: string, styleNames: string[], scriptName: string) {
  const [styles, script, library] = await Promise.all([
    assetPaths(styleNames),
    assetPath(scriptName),
    assetPath('webauthn.js'),
  ]);
  return { styles: styles.map((path) => `${root}${path}`), script: `${root}${script}`, library: `${root}${library}` };
}
