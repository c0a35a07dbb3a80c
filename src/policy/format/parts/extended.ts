import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { PolicyFileError } from '../policy-file-error.ts';
import { readYaml } from '../yaml/yaml-text.ts';
import { readFileText } from './file-text.ts';
import { isTree } from './tree.ts';

/** Before the name of a file that a policy extends, in its text: which one it is, counted from the policy on. */
const PREFIX = /^extends:(\d+):(.+)$/;
const RULES = 'policy.yaml';
const LANGUAGE = /^[a-z]{2}\.yaml$/;
/** No policy without this needs to be read as YAML to know that it extends nothing. */
const MAY_EXTEND = /^["']?extends["']?\s*:/m;

/** A file of a policy's text that it extends: its number, and its path as seen from the policy's folder. */
export function extendedPart(name: string): { number: number; path: string } | undefined {
  const [, number, path] = PREFIX.exec(name) ?? [];
  return number === undefined || path === undefined ? undefined : { number: Number(number), path };
}

/** A file with `extends`: its text, where it lies, and what it is called in messages. */
interface Extending {
  text: string;
  path: string;
  name: string;
}

/**
 * The files that a policy extends, and those that they extend, nearest first, under the names that they have in its
 * text. Throws PolicyFileError where one is missing, lies outside of the folder in which the policy is, or leads back.
 */
export function extendedFiles(start: Extending, home: string): Map<string, string> {
  const root = realpathSync(dirname(home));
  const files = new Map<string, string>();
  const seen = new Set([realpathSync(start.path)]);
  let next: Extending | undefined = start;
  for (let number = 1; next; number += 1) {
    const from: Extending = next;
    const target = targetOf(from, root);
    if (target === undefined) break;
    if (seen.has(target)) throw mistake(from, `it leads back to ${relative(root, target)}, which extends it`);
    seen.add(target);
    next = undefined;
    for (const path of partsOf(from, target)) {
      const name = relative(statSync(home).isDirectory() ? home : dirname(home), path)
        .split(sep)
        .join('/');
      const text = readFileText(path, name);
      files.set(`extends:${number}:${name}`, text);
      if (!LANGUAGE.test(basename(path)))
        next = { text, path, name: join(dirname(from.name), relative(dirname(from.path), path)) };
    }
  }
  return files;
}

/** The real path of what a file extends; `undefined` if it extends nothing. */
function targetOf(from: Extending, root: string): string | undefined {
  if (!MAY_EXTEND.test(from.text)) return undefined;
  const { values } = readYaml(from.text, from.name);
  const named = isTree(values) ? values.extends : undefined;
  if (named === undefined) return undefined;
  if (typeof named !== 'string' || named.trim() === '' || /[\s\\]/.test(named))
    throw mistake(from, 'expected a path without spaces, such as ../shared/clauses.yaml');
  if (isAbsolute(named)) throw mistake(from, 'expected a path from this file, such as ../shared/clauses.yaml');
  const path = resolve(dirname(from.path), named);
  if (!existsSync(path)) throw mistake(from, `there is no file or folder "${named}"`);
  const target = realpathSync(path);
  const isWithin = target === root || target.startsWith(root + sep);
  if (!isWithin) throw mistake(from, `"${named}" leads out of the folder in which the policy lies`);
  return statSync(target).isDirectory() && existsSync(join(target, RULES)) ? join(target, RULES) : target;
}

/** The files at a path: the one it names, or the rules of a folder with the languages beside them. */
function partsOf(from: Extending, target: string): string[] {
  if (statSync(target).isDirectory()) throw mistake(from, `there is no ${RULES} in ${basename(target)}`);
  if (!/\.ya?ml$/.test(target)) throw mistake(from, `expected a .yaml file, not "${basename(target)}"`);
  if (basename(target) !== RULES) return [target];
  const folder = dirname(target);
  const languages = readdirSync(folder).filter((name) => LANGUAGE.test(name));
  return [target, ...languages.sort().map((name) => join(folder, name))];
}

function mistake({ text, name }: Extending, message: string): PolicyFileError {
  const { line, column } = readYaml(text, name).positionOf(['extends']);
  return new PolicyFileError(name, [{ file: name, line, column, path: 'extends', message }]);
}
