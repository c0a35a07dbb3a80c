import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { leftToAuthor, type PolicyChange, upgraded } from '../policy/format/upgrade/upgrade.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';

/** `returns upgrade` */
export const upgradeCommand = defineCommand({
  name: 'upgrade',
  summary: 'rewrite policies of an earlier version of this program',
  help: `returns upgrade <file or folder>... [--dry-run]

Rewrites policies that were written for an earlier version of this program: keys get the names they have today, and
facts say which field of an order gives them. Comments and layout stay as they are, and a policy that is up to date is left alone. A folder stands for all the
YAML files in it and below. --dry-run only says what would change.

  npm run --silent returns -- upgrade policies`,
  options: { 'dry-run': { type: 'boolean' } },
  takesWords: true,
  async run({ values, positionals }, context) {
    const { initCwd } = context.config();
    context.print(upgrade(positionals, { initCwd, isDryRun: values['dry-run'] ?? false }));
    return 0;
  },
});

/**
 * Upgrades policy files in place; returns a line for each file and kind of change. Throws UsageError or
 * PolicyFileError.
 */
export function upgrade(names: string[], { initCwd, isDryRun }: { initCwd: string; isDryRun: boolean }): string {
  if (names.length === 0) throw new UsageError('Give a policy file or a folder, such as policies.');
  const files = names.flatMap((name) => yamlFilesAt(resolve(initCwd, name)));
  const results = files.map((path) => {
    const [text, name] = [readFileSync(path, 'utf8'), relative(initCwd, path)];
    return { path, left: leftToAuthor(text, name), ...upgraded(text, name) };
  });
  // Nothing is written unless every file can be read.
  const changed = results.filter(({ changes }) => changes.length > 0);
  if (!isDryRun) for (const { path, text } of changed) writeFileSync(path, text);
  const reported = results.filter(({ changes, left }) => changes.length + left.length > 0);
  const lines = reported.flatMap(({ path, changes, left }) =>
    changeLines(relative(initCwd, path), [...changes, ...left]),
  );
  const upToDate = results.length - reported.length;
  const counted = `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${upToDate} up to date`;
  return [...lines, isDryRun ? `${counted}; nothing was written.` : `${counted}.`].join('\n');
}

function yamlFilesAt(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${path}.`);
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** One line for each kind of change: what became what, how often, and where first. */
function changeLines(file: string, changes: PolicyChange[]): string[] {
  return [...Map.groupBy(changes, ({ change }) => change)].map(([what, list]) => {
    const more = list.length > 1 ? ` and ${list.length - 1} more` : '';
    return `${file}:${list[0]?.line}: ${what} at ${list[0]?.path}${more}`;
  });
}
