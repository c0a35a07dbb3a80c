import { resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { CorrectableError } from '../../errors.ts';
import { dayOf, type IsoDate, isIsoDate, type Moment } from '../../policy/calendar.ts';
import { defaultOf, inForceOn, loadCatalog } from '../../policy/catalog.ts';
import { loadPolicy, type Policy } from '../../policy/format/load.ts';
import { isPolicyPath } from '../../policy/format/parts/policy-text.ts';

/** A command line that cannot be carried out; the message is one line that says what to do. */
export class UsageError extends CorrectableError {
  readonly code = 'usage';
}

/**
 * The policy of this id, in the version in force today (see `chosenToday`), or in this file or folder (relative to
 * where the user stands); without a name the one for who names none. Throws UsageError or PolicyFileError.
 */
export function chosenPolicy(
  name: string | undefined,
  config: Config,
  options: { today?: string | undefined; now?: string | undefined } = {},
): Policy {
  if (name === undefined) return chosenPolicy(defaultName(config), config, options);
  const path = resolve(config.initCwd, name);
  if (isPath(name)) {
    if (!isPolicyPath(path)) throw new UsageError(`There is no policy file or folder ${path}.`);
    return loadPolicy(path);
  }
  const catalog = loadCatalog(config.policiesDir);
  const versions = catalog.get(name) ?? [];
  const [first] = versions;
  const policy = first && inForceOn(versions, chosenToday(options, config, first.file.timeZone));
  if (policy) return policy;
  if (isPolicyPath(path)) return loadPolicy(path);
  throw new UsageError(
    `There is no policy "${name}"; use a policy file or folder, or one of ${[...catalog.keys()].join(', ')}.`,
  );
}

function defaultName({ defaultPolicy, policiesDir }: Config): string {
  const name = defaultPolicy ?? defaultOf(loadCatalog(policiesDir), undefined);
  if (name === undefined) throw new UsageError(`There is no policy in ${policiesDir}.`);
  return name;
}

/** True for what can only be a path; a bare name may be a policy's id or a folder. */
export function isPath(name: string): boolean {
  return /[/\\]|^\.|\.ya?ml$/.test(name);
}

/** Today for a policy: `--today`, or the day of `--now`, else TODAY, else the clock, in the shop's time zone. */
export function chosenToday(
  options: { today?: string | undefined; now?: string | undefined },
  config: Config,
  timeZone: string,
): IsoDate {
  if (options.today !== undefined) {
    if (!isIsoDate(options.today)) throw new UsageError(`--today is a date YYYY-MM-DD, not "${options.today}".`);
    return options.today;
  }
  if (options.now === undefined) return config.today ?? dayOf(new Date(), timeZone);
  try {
    return dayOf(options.now, timeZone);
  } catch {
    throw new UsageError(`--now is an instant such as 2026-11-21T23:30:00Z, not "${options.now}".`);
  }
}

/** The moment to decide at: today, and the instant unless only a day was fixed. */
export function chosenMoment(
  options: { today?: string | undefined; now?: string | undefined },
  config: Config,
  timeZone: string,
): Moment {
  const today = chosenToday(options, config, timeZone);
  if (options.today !== undefined) return { today };
  if (options.now !== undefined) return { today, now: options.now };
  return config.today === undefined ? { today, now: new Date().toISOString() } : { today };
}
