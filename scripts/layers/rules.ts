import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../src/project-folder.ts';

const rulesSchema = z.object({
  everywhere: z.array(z.string()),
  layers: z.record(z.string(), z.array(z.string())),
  packages: z.record(z.string(), z.array(z.string())),
});

/** The rules of `layers.json`: which folder may import which. */
export type LayerRules = z.infer<typeof rulesSchema>;

/** Reads `layers.json`; throws where it is no such file. */
export function readRules(): LayerRules {
  return rulesSchema.parse(JSON.parse(readFileSync(join(projectFolder, 'layers.json'), 'utf8')));
}
