// @ts-check
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Notes in a bundle's folder that this process runs from it, until the process ends: it may load a part only later.
 * @param {string} folder
 */
export function markInUse(folder) {
  const note = noteOf(folder, process.pid);
  try {
    mkdirSync(join(folder, 'running'), { recursive: true });
    writeFileSync(note, '');
  } catch {
    // A folder that cannot be written to is not cleared away either.
    return;
  }
  process.once('exit', () => rmSync(note, { force: true }));
}

/**
 * True while a process that runs from the bundle is alive. A killed one leaves its note, which then says nothing.
 * @param {string} folder
 */
export function isInUse(folder) {
  return notes(folder).some((pid) => {
    if (isAlive(pid)) return true;
    rmSync(noteOf(folder, pid), { force: true });
    return false;
  });
}

/** @param {string} folder @param {number} pid */
function noteOf(folder, pid) {
  return join(folder, 'running', String(pid));
}

/** @param {string} folder @returns {number[]} */
function notes(folder) {
  try {
    return readdirSync(join(folder, 'running')).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
