import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The file of a policy's folder that says what is decided. */
export const RULES_FILE = 'policy.yaml';
/** The file of a policy's folder that shows it by customers. */
export const EXAMPLES_FILE = 'examples.yaml';

const LANGUAGE_FILE = /^([a-z]{2})\.yaml$/;
const HEADER = /^--- # (\S+\.yaml)\n/gm;

/** The language whose wording a file of a policy's folder holds; `undefined` for every other file. */
export function languageOf(fileName: string): string | undefined {
  return LANGUAGE_FILE.exec(fileName)?.[1];
}

/** True for a folder with rules in it, and for a YAML file. */
export function isPolicyPath(path: string): boolean {
  if (!existsSync(path)) return false;
  return statSync(path).isDirectory() ? existsSync(join(path, RULES_FILE)) : /\.ya?ml$/.test(path);
}

/**
 * The text of the policy at a path: that of the file, or all files of the folder one after the other, each as a YAML
 * document under its name. A folder with `policy.yaml` alone is that file.
 */
export function readPolicyText(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'utf8');
  const names = partsIn(path);
  const read = (name: string): string => readFileSync(join(path, name), 'utf8');
  const [only, ...others] = names;
  return only === RULES_FILE && others.length === 0
    ? read(only)
    : joinedText(new Map(names.map((name) => [name, read(name)])));
}

/** The path of a policy that a user names by its folder, by a file alone, or by a file of its folder. */
export function policyPathOf(path: string): string {
  if (!existsSync(path) || statSync(path).isDirectory()) return path;
  const [folder, name] = [dirname(path), basename(path)];
  const isPart = name === RULES_FILE || name === EXAMPLES_FILE || languageOf(name) !== undefined;
  return isPart && isPolicyFolder(folder) ? folder : path;
}

/** True if a folder holds a policy in several files. */
function isPolicyFolder(folder: string): boolean {
  const names = partsIn(folder);
  return names.includes(RULES_FILE) && names.length > 1;
}

/** The texts of a policy's files as one text, from which `filesOf` tells them apart again. */
export function joinedText(files: ReadonlyMap<string, string>): string {
  return [...files].map(([name, text]) => `--- # ${name}\n${text}${text.endsWith('\n') ? '' : '\n'}`).join('');
}

/** The files of a policy's folder by name; `undefined` for the text of one file alone. */
export function filesOf(text: string): ReadonlyMap<string, string> | undefined {
  const headers = [...text.matchAll(HEADER)];
  if (headers[0]?.index !== 0) return undefined;
  return new Map(
    headers.map((header, i) => {
      const start = header.index + header[0].length;
      return [header[1] ?? '', text.slice(start, headers[i + 1]?.index)];
    }),
  );
}

/** The part of a policy's text in which the rules stand. */
export function rulesTextOf(text: string): string {
  return filesOf(text)?.get(RULES_FILE) ?? text;
}

/** The rules first, then the languages, then the examples. */
function partsIn(folder: string): string[] {
  const names = readdirSync(folder).sort();
  return [RULES_FILE, ...names.filter((name) => languageOf(name) !== undefined), EXAMPLES_FILE].filter((name) =>
    names.includes(name),
  );
}
