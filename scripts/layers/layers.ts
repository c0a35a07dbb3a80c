import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';
import { readRules } from './rules.ts';

const { everywhere, layers, packages } = readRules();

const imports = new Map(globSync('src/**/*.ts').map((file) => [file, importsOf(file)]));
const problems = [...imports].flatMap(([file, all]) => all.flatMap((from) => problemOf(file, from) ?? []));
problems.push(...cycles());

for (const problem of problems) console.error(problem);
console.log(`${imports.size} files, ${problems.length} imports against layers.json`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The imports of a file, types included: paths from the root of the project, or names of packages. */
function importsOf(file: string): string[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const names = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      readFileSync(file, 'utf8').slice(start + 1, end - 1),
    ),
  ];
  return [...new Set(names)].map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name));
}

/** The folder of `src` that a file belongs to, or its own name where it stands at the front door. */
function layerOf(file: string): string | undefined {
  return /^src\/([^/]+)/.exec(file)?.[1];
}

function problemOf(file: string, imported: string): string | undefined {
  const from = layerOf(file);
  if (from === undefined || from.endsWith('.ts')) return undefined;
  if (!Object.hasOwn(layers, from)) return `${file}: layers.json does not know the folder ${from}`;
  const to = layerOf(imported);
  if (imported.startsWith('src/')) {
    const isAllowed = to !== undefined && (to === from || everywhere.includes(to) || layers[from]?.includes(to));
    return isAllowed ? undefined : `${file}: ${from} may not import ${imported}`;
  }
  const only = packages[imported];
  return only && !only.includes(from) ? `${file}: ${imported} is for ${only.join(', ')} alone` : undefined;
}

/** One line for each way round in which files import each other. */
function cycles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) found.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`);
    if (path.includes(file) || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}
