import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { assetPath, importMap, loadFolder, scriptPaths } from '../../../src/http/pages/assets.ts';
import { webFolder } from '../../../src/http/pages/web-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'returns-web-'));
  await cp(webFolder, folder, { recursive: true });
  onTestFinished(() => rm(folder, { recursive: true }));
});

async function versionOf(name: string): Promise<string | undefined> {
  return (await loadFolder(folder)).get(name)?.version;
}

describe('the files of web/', () => {
  test('are its scripts and styles, and nothing else', async () => {
    const names = [...(await loadFolder(folder)).keys()];
    expect(names).toEqual(expect.arrayContaining(['chat/chat.js', 'chat/talk.css', 'desk/queue/queue.js']));
    expect(names.filter((name) => !/^[\w/-]+\.(js|css)$/.test(name))).toEqual([]);
  });

  test('have a new address when any script that a page imports changes', async () => {
    const before = await versionOf('desk/desk.js');
    expect(await versionOf('desk/desk.js')).toBe(before);
    await writeFile(join(folder, 'desk/queue/focus.js'), '// changed');
    expect(await versionOf('desk/desk.js')).not.toBe(before);
  });

  test('have a new address when a script gets another name', async () => {
    const before = await versionOf('desk/desk.js');
    await cp(join(folder, 'desk/words/desk-words.js'), join(folder, 'desk/words/wordings.js'));
    await rm(join(folder, 'desk/words/desk-words.js'));
    expect(await versionOf('desk/desk.js')).not.toBe(before);
  });

  test('are named by a page that needs them, or a mistake is heard of', async () => {
    await expect(assetPath('desk/desk.ts')).rejects.toThrow('desk/desk.ts');
    await expect(assetPath('constructor')).rejects.toThrow('constructor');
  });
});

describe('the scripts of a page', () => {
  test('are fetched at once, those of other pages left out', async () => {
    const names = (await scriptPaths('desk')).map((path) => path.split('/').slice(2).join('/'));
    expect(names).toEqual(expect.arrayContaining(['page.js', 'desk/desk.js', 'desk/check/model.js']));
    expect(names.filter((name) => name.startsWith('chat/'))).toEqual([]);
  });

  test('import packages by their names, at addresses that change with them', async () => {
    const { imports } = await importMap(['preact', 'preact/hooks', 'htm']);
    expect(imports).toEqual({
      preact: expect.stringMatching(/^\.\/assets\/[\w-]{12}\/preact\.js$/),
      'preact/hooks': expect.stringMatching(/^\.\/assets\/[\w-]{12}\/preact-hooks\.js$/),
      htm: expect.stringMatching(/^\.\/assets\/[\w-]{12}\/htm\.js$/),
    });
  });
});
