// Takes Web Chat's bundle from its package into vendor/web-chat: npm run vendor, or npm run vendor -- <another version>
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/project-folder.ts';
import { digestOf, readSource, type Source, takenFiles, vendorFolder } from './source.ts';

const known = readSource();
const version = process.argv[2] ?? known.version;
const folder = mkdtempSync(join(tmpdir(), 'web-chat-'));
try {
  const tarball = join(folder, fetchedInto(folder));
  const integrity = digestOf(readFileSync(tarball), 'sha512');
  if (version === known.version && integrity !== known.integrity) {
    throw new Error(`${known.package}@${version} is not what it was: ${integrity}, recorded ${known.integrity}`);
  }
  const contents = takenFiles.map((name) => [name, unpacked(tarball, name)] as const);
  for (const [name, content] of contents) writeFileSync(join(vendorFolder, name), content);
  const files = Object.fromEntries(contents.map(([name, content]) => [name, digestOf(content, 'sha256')]));
  const source: Source = { package: known.package, version, integrity, files };
  writeFileSync(join(vendorFolder, 'source.json'), `${JSON.stringify(source, undefined, 2)}\n`);
  console.log(`vendor/web-chat has ${known.package}@${version}`);
} finally {
  rmSync(folder, { recursive: true });
}

/** The name of the package's archive, which npm has put into the folder. */
function fetchedInto(destination: string): string {
  const args = ['pack', `${known.package}@${version}`, '--silent', '--pack-destination', destination];
  return execFileSync('npm', args, { cwd: projectFolder, encoding: 'utf8' }).trim();
}

function unpacked(tarball: string, name: string): Buffer {
  return execFileSync('tar', ['-xzOf', tarball, `package/dist/${name}`], { maxBuffer: 64 * 2 ** 20 });
}
