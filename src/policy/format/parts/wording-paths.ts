type Path = readonly PropertyKey[];

/** Paths of the texts that customers read; `*` stands for any id. A promised language has all of them. */
const shown = [
  'name',
  'tagline',
  'greeting',
  'statutoryNote',
  'helpline',
  'facts.*.label',
  'facts.*.question',
  'facts.*.help',
  'facts.*.summary',
  'facts.*.unit',
  'facts.*.values.*.title',
  'facts.*.values.*.summary',
  'derived.*.label',
  'impossible.*.because',
  'clauses.*.title',
  'clauses.*.text',
  'decisions.*.steps',
  'decisions.*.notes',
  'decisions.*.steps.*.text',
  'decisions.*.notes.*.text',
  'decisions.*.choose.*.title',
  'forms.*.next',
  'outcomes.*.headline',
  'outcomes.*.sentence',
  'outcomes.*.form.next',
  'formFields.*.label',
  'formFields.*.hint',
  'formFields.*.values.*.title',
].map((path) => path.split('.'));

/** Paths of the phrases that customers write; each language has its own. */
const recognised = [
  'facts.*.phrases',
  'facts.*.unitWords',
  'facts.*.values.*.synonyms',
  'facts.*.values.*.phrases',
  'facts.*.values.*.negativePhrases',
  'clauses.*.sampleQuestions',
  'decisions.*.choose.*.synonyms',
].map((path) => path.split('.'));

const all = [...shown, ...recognised];

/** The lists of rules whose items the wording names by their `id`. */
export const listsById: readonly string[] = ['decisions', 'impossible'];

/** True for what stands in a language's file. */
export function isWording(path: Path): boolean {
  return all.some((pattern) => matches(pattern, path));
}

/** True for what customers read, as against what they may write. */
export function isShown(path: Path): boolean {
  return shown.some((pattern) => matches(pattern, path));
}

/** True for what is wording at this place: a map that can have rules beside its texts is none by itself. */
export function isWordingAt(path: Path, value: unknown): boolean {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isWording(path) && !(isMap && leadsToWording(path));
}

/** True for a place that has wording further down. */
export function leadsToWording(path: Path): boolean {
  return all.some((pattern) => pattern.length > path.length && matches(pattern.slice(0, path.length), path));
}

/** The keys that a language's file knows at a path; empty where ids stand. */
export function wordingKeysAt(path: Path): string[] {
  const next = all
    .filter((pattern) => matches(pattern.slice(0, path.length), path))
    .flatMap((pattern) => pattern[path.length] ?? []);
  return [...new Set(next)].filter((key) => key !== '*');
}

function matches(pattern: readonly string[], path: Path): boolean {
  return pattern.length === path.length && pattern.every((part, i) => part === '*' || part === String(path[i]));
}
