import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../../src/project-folder.ts';

const read = (name: string): string => readFileSync(join(projectFolder, name), 'utf8');
const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
      environment: z.record(z.string(), z.string()).default({}),
      volumes: z.array(z.string()).default([]),
      stop_grace_period: z.string().optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});
const text = read('ops/compose.yaml');
const compose = composeSchema.parse(parse(text, { merge: true }));
const dockerfile = read('ops/Dockerfile');

test('the image copies what there is, and nothing else of the folder gets in', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(copied.filter((name) => !existsSync(join(projectFolder, name)))).toEqual([]);
  const letIn = read('ops/Dockerfile.dockerignore').match(/(?<=^!).+$/gm) ?? [];
  expect([...letIn].sort()).toEqual([...new Set(copied)].sort());
});

test('the image runs what npm start runs, as nobody in particular, and says when it is ready', () => {
  const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(read('package.json')));
  expect(dockerfile).toContain(`CMD ${JSON.stringify(scripts.start.split(' ')).replaceAll(',', ', ')}`);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toContain('/readyz');
  expect(dockerfile).toContain('npm ci --omit=dev');
});

test('two processes of one image share a database, behind the proxy', () => {
  const { 'app-1': first, 'app-2': second } = compose.services;
  expect(second).toEqual(first);
  expect(first?.build).toEqual({ context: '..', dockerfile: 'ops/Dockerfile' });
  expect(first?.environment.DATABASE_URL).toMatch(/^postgres:.*@database:5432\//);
  expect(Object.keys(compose.services).sort()).toEqual(['app-1', 'app-2', 'database', 'proxy']);
  for (const name of ['app-1', 'app-2']) expect(read('ops/Caddyfile')).toContain(`${name}:3978`);
});

test('the settings in it are those of the product, and each value to fill in stands in the example', () => {
  const known = [...read('src/config.ts').matchAll(/^ {2}(\w+): /gm)].map(([, name = '']) => name);
  const settings = Object.keys(compose.services['app-1']?.environment ?? {});
  expect(settings.filter((name) => !known.includes(name))).toEqual([]);
  const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name));
  const given = [...read('ops/compose.env.example').matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
  expect(given.sort()).toEqual([...asked].sort());
});

test('the folders and files that are mounted exist', () => {
  const mounted = Object.values(compose.services).flatMap(({ volumes }) =>
    volumes.map((one) => one.split(':')[0] ?? ''),
  );
  const paths = mounted.filter((one) => one.startsWith('.'));
  expect(paths.length).toBeGreaterThan(2);
  expect(paths.filter((one) => !existsSync(join(projectFolder, 'ops', one)))).toEqual([]);
  expect(mounted.filter((one) => !one.startsWith('.') && !(one in compose.volumes))).toEqual([]);
});

test('Prometheus is told of both processes, under the name that the alerts use', () => {
  const prometheus = read('ops/prometheus.yml');
  for (const words of ['app-1:3978', 'app-2:3978', 'alerts.yml']) expect(prometheus).toContain(words);
  const [, job] = /job="([^"]+)"/.exec(read('ops/alerts.yml')) ?? [];
  expect(prometheus).toContain(`job_name: ${job}`);
});
