import type { LayerRules } from './rules.ts';

const begin = '<!-- drawn from layers.json by npm run diagrams: begin -->';
const end = '<!-- end -->';

/** A page of the documentation with the picture and the table of the layers drawn anew between its two marks. */
export function withLayers(page: string, rules: LayerRules): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new RangeError(`the page has no "${begin}" and "${end}"`);
  return [before, begin, '\n\n', layersPicture(rules), '\n\n', layersTable(rules), '\n\n', end, after].join('');
}

/** The layers as Mermaid, each above what it may import; an arrow that others lead to as well is left out. */
function layersPicture({ layers }: LayerRules): string {
  const folders = Object.keys(layers);
  const arrows = withoutDetours(
    folders.flatMap((from) => layers[from]?.filter((to) => folders.includes(to)).map((to): Arrow => [from, to]) ?? []),
  );
  const lower = new Set(arrows.map(([, to]) => to));
  const top = folders.filter((layer) => !lower.has(layer));
  const lines = [...top.map((layer): Arrow => ['front-door', layer]), ...arrows];
  return ['```mermaid', 'flowchart TD', ...lines.map(([from, to]) => `  ${from} --> ${to}`), '```'].join('\n');
}

type Arrow = [from: string, to: string];

/** Leaves out every arrow whose end is reached by way of others. */
function withoutDetours(arrows: Arrow[]): Arrow[] {
  return arrows.reduce((left, arrow) => {
    const others = left.filter((one) => one !== arrow);
    return isReached(arrow, others) ? others : left;
  }, arrows);
}

function isReached([from, to]: Arrow, arrows: Arrow[], seen = new Set<string>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return arrows.some(([start, next]) => start === from && isReached([next, to], arrows, seen));
}

function layersTable({ everywhere, layers, packages }: LayerRules): string {
  const code = (names: string[]) => names.map((name) => `\`${name}\``).join(', ');
  const packagesOf = (layer: string) => Object.keys(packages).filter((name) => packages[name]?.includes(layer));
  return [
    '| folder of `src` | may import | and of the guarded packages |',
    '|---|---|---|',
    ...Object.keys(layers).map(
      (layer) => `| \`${layer}\` | ${code(layers[layer] ?? []) || 'nothing'} | ${code(packagesOf(layer))} |`,
    ),
    '| the files of `src` itself, the front door | everything | |',
    '',
    `Every layer may import ${code(everywhere)}, too.`,
  ].join('\n');
}
