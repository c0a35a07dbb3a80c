import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** What one start took. */
export interface Start {
  /** From before the process was made until it says that it is listening. */
  msToListening: number;
  /** Processor time of all its threads by the time its memory is read. */
  cpuMs: number;
  /** Resident memory in MiB, once it has come to rest. */
  residentMb: number;
}

const SETTLE_MS = 2_000;

/** Starts a server with this Node, measures it and stops it. Linux only, which keeps these figures in /proc. */
export async function startOnce(script: string, environment: Record<string, string>): Promise<Start> {
  const begin = performance.now();
  // A bare environment: whoever runs this may have set the product's variables.
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    for await (const line of createInterface(child.stdout)) if (line.includes('listening')) break;
    const msToListening = performance.now() - begin;
    if (child.exitCode !== null || child.pid === undefined) throw new Error(`${script} ended before it listened`);
    await wait(SETTLE_MS);
    return { msToListening, ...usageOf(child.pid) };
  } finally {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.kill()) await ended;
  }
}

/** See proc(5): resident memory in kB, processor times in hundredths of a second. */
function usageOf(pid: number): Omit<Start, 'msToListening'> {
  const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  const [, afterName = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = afterName.split(' ').slice(11, 13);
  return { cpuMs: (Number(user) + Number(system)) * 10, residentMb: Number(resident) / 1024 };
}
