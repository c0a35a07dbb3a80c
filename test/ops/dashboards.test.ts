import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../src/http/metrics.ts';
import { projectFolder } from '../../src/project-folder.ts';

const read = (name: string): string => readFileSync(join(projectFolder, name), 'utf8');
const dashboard = z
  .object({ panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })) })
  .parse(JSON.parse(read('ops/grafana/returns-assistant.json')));
const alerts = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({ alert: z.string(), expr: z.string(), annotations: z.object({ summary: z.string().min(20) }) }),
        ),
      }),
    ),
  })
  .parse(parse(read('ops/alerts.yml')));

/** Every series that a server has, and the labels of each of our own. */
async function known(): Promise<{ names: Set<string>; labels: Map<string, readonly string[]> }> {
  const metrics = createMetrics();
  const all = await metrics.registry.getMetricsAsJSON();
  const names = all.flatMap(({ name, type }) =>
    String(type) === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
  );
  return { names: new Set(['up', ...names]), labels: new Map() };
}

const expressions = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...alerts.groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr] as const)),
];

test.each(expressions)('%s asks for metrics that there are', async (_, expr) => {
  const { names } = await known();
  const named = [...expr.matchAll(/\b(?:returns|nodejs|process)_\w+|\bup\b/g)].map(([name]) => name);
  expect(named).not.toEqual([]);
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

test('the dashboard shows every metric of our own', async () => {
  const { names } = await known();
  const shown = expressions.map(([, expr]) => expr).join('\n');
  const own = new Set(
    [...names].filter((name) => name.startsWith('returns_')).map((name) => name.replace(/_(bucket|sum|count)$/, '')),
  );
  expect([...own].filter((name) => !shown.includes(name))).toEqual([]);
});
