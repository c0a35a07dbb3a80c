import { kinds } from './kinds.ts';
import { type Fate, plantedIn } from './planted.ts';
import { readShop } from './shop.ts';

/** The least shares of planted mistakes that are found, and found at their line. */
const targets = { found: 0.97, atItsLine: 0.9 };
const settings = { each: 3, seed: 12, today: '2026-11-20' };

/** Plants mistakes in shops and prints what was found, by kind; returns whether enough was. */
export function reportPlanted(folders: readonly string[], print: (line: string) => void): boolean {
  const fates = plantedIn(folders.map(readShop), settings);
  const share = ({ length }: Fate[]): number => length / fates.length;
  const of = (...wanted: Fate['found'][]): Fate[] => fates.filter(({ found }) => wanted.includes(found));
  const [found, atItsLine] = [of('at its line', 'elsewhere'), of('at its line')];
  for (const { name } of kinds) {
    const own = fates.filter(({ kind }) => kind === name);
    print(
      `  ${name}: ${own.length} planted, ${own.filter(({ found: how }) => how === 'at its line').length} at their line`,
    );
  }
  for (const { found: how, kind, shop, at, what } of of('elsewhere', 'missed', 'crashed'))
    print(`  ${how}: ${kind}: ${shop.id}/${at.file}:${at.from}: ${what}`);
  print(
    `planted: ${fates.length} mistakes of ${kinds.length} kinds, ${percent(share(found))} found, ` +
      `${percent(share(atItsLine))} at their line, ${of('crashed').length} crashes`,
  );
  return share(found) >= targets.found && share(atItsLine) >= targets.atItsLine && of('crashed').length === 0;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
