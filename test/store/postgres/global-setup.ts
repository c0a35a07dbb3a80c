import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address that answers with that of the run's PostgreSQL. */
    postgres: string;
  }
}

/** One PostgreSQL a run, started when the first test asks for it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<PostgresServer> | undefined;
  const starter = createServer(async (_req, res) => {
    started ??= startPostgres();
    await started.then(
      ({ url }) => res.end(url),
      (error: unknown) => res.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(starter, 'listening');
  const address = starter.address();
  project.provide('postgres', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  return async () => {
    starter.close();
    await (await started)?.stop();
  };
}
