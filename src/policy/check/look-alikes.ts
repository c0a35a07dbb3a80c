/** Letters that look like Latin ones, as Unicode lists them in its confusables (TR 39), and those they look like. */
const looks: readonly [script: string, latin: string][] = [
  // Cyrillic
  ['АВЕЅІЈКМНОРСТУХЗ', 'ABESIJKMHOPCTYX3'],
  ['аеѕіјорсухһԁԛԝѵ', 'aesijopcyxhdqwv'],
  // Greek
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['αικνορτυχ', 'aikvoptux'],
];

const latinOf = new Map(
  looks.flatMap(([script, latin]) => [...script].map((letter, at): [string, string] => [letter, latin[at] ?? letter])),
);

/** A text as it looks: letters of other scripts that nobody can tell from Latin ones are those. */
export function asItLooks(text: string): string {
  return [...text.normalize('NFKC')].map((letter) => latinOf.get(letter) ?? letter).join('');
}
