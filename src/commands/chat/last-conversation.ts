import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The id of the conversation that the terminal had last under a policy; kept in `dataDir`, a file a policy. */
export function lastConversation(dataDir: string, policyId: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'terminal', policyId), 'utf8').trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keeps it; a process killed meanwhile leaves the old id or the new one, never half of it. */
export function rememberConversation(dataDir: string, policyId: string, conversationId: string): void {
  const folder = join(dataDir, 'terminal');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${policyId}.${process.pid}`);
  writeFileSync(draft, `${conversationId}\n`, { mode: 0o600 });
  renameSync(draft, join(folder, policyId));
}
