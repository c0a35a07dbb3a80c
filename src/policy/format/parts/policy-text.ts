import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PolicyFileError } from '../policy-file-error.ts';
import { readFileText } from './file-text.ts';
import { documentProblems, misnamedFiles } from './folder-problems.ts';

/** The file of a policy's folder that says what is decided. */
export const RULES_FILE = 'policy.yaml';
/** The file of a policy's folder that shows it by customers. */
export const EXAMPLES_FILE = 'examples.yaml';

const LANGUAGE_FILE = /^([a-z]{2})\.yaml$/;
/** Begins a file of the joined text; lines end as YAML's do, which `^` does not know. */
const HEADER = /(?<![^\n])--- # (\S+\.yaml)\n/g;
/** Without `policy.yaml`, what makes a folder that of a policy whose rules are missing or have another name. */
const NEARLY_RULES = ['policy.yml', 'policy.json', EXAMPLES_FILE, 'examples.yml', 'examples.json'];

/** The language whose wording a file of a policy's folder holds; `undefined` for every other file. */
export function languageOf(fileName: string): string | undefined {
  return LANGUAGE_FILE.exec(fileName)?.[1];
}

/** True for a YAML file, and for a folder with rules in it or with what can only be meant to stand beside them. */
export function isPolicyPath(path: string): boolean {
  if (!existsSync(path)) return false;
  if (!statSync(path).isDirectory()) return /\.ya?ml$/.test(path);
  return [RULES_FILE, ...NEARLY_RULES].some((name) => existsSync(join(path, name)));
}

/** The policies in a folder, by their paths: files and folders. Throws as `readdirSync` does. */
export function policyPathsIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isPolicyPath);
}

/**
 * The text of the policy at a path: that of the file, or all files of the folder one after the other, each as a YAML
 * document under its name. A folder with `policy.yaml` alone is that file. Throws PolicyFileError, which calls the path
 * `name`, for files that are no part of a policy, for lines that would begin another file, and as `readFileText` does.
 */
export function readPolicyText(path: string, name = path): string {
  const isFolder = statSync(path).isDirectory();
  const parts = isFolder ? partsIn(path) : [''];
  const files = new Map(parts.map((part) => [part, readFileText(join(path, part), join(name, part))]));
  const problems = [
    ...(isFolder ? misnamedFiles(path, name, parts) : []),
    ...[...files].flatMap(([part, text]) => documentProblems(text, join(name, part), HEADER)),
  ];
  if (problems.length > 0) throw new PolicyFileError(name, problems);
  const [only, ...others] = files;
  return only && others.length === 0 && (!isFolder || only[0] === RULES_FILE) ? only[1] : joinedText(files);
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
