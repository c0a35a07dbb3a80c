// Builds the app that is installed in Teams, from the settings of this deployment: npm run teams-package
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readConfig, readEnvironment } from '../../src/config.ts';
import { colorIcon, outlineIcon } from './icons.ts';
import { manifestOf } from './manifest.ts';
import { zip } from './zip.ts';

const config = readConfig(readEnvironment());
const { appId } = config.bot;
const publicUrl = config.publicUrl?.startsWith('https:') ? config.publicUrl : undefined;

if (appId === undefined || !z.guid().safeParse(appId).success || publicUrl === undefined) {
  console.error(
    'Set MicrosoftAppId (the id of the bot’s registration) and PUBLIC_URL (https) first; see docs/guides/teams.md.',
  );
  process.exitCode = 1;
} else {
  const packageFile = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(packageFile));
  const manifest = manifestOf({ appId, publicUrl, version });
  const file = join(config.dataDir, 'teams-app.zip');
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(
    file,
    zip({
      'manifest.json': Buffer.from(JSON.stringify(manifest, undefined, 2)),
      'color.png': colorIcon(manifest.accentColor),
      'outline.png': outlineIcon(),
    }),
  );
  console.log(`Wrote ${file}. In Teams: Apps, Manage your apps, Upload an app.`);
}
