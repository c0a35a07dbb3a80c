// Draws layers.json into the page about the architecture: npm run diagrams
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project-folder.ts';
import { withLayers } from './picture.ts';
import { readRules } from './rules.ts';

const page = join(projectFolder, 'docs/contributing/architecture.md');
writeFileSync(page, withLayers(readFileSync(page, 'utf8'), readRules()));
