import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { CorrectableError } from '../../errors.ts';
import { dayOf, type IsoDate, isIsoDate, type Moment } from '../../policy/calendar.ts';
import { inForceOn, loadShelf } from '../../policy/catalog.ts';
import { loadPolicyFile, type Policy } from '../../policy/format/load.ts';

/** What the user typed cannot be done; the message is one line that says what to do. */
export class UsageError extends CorrectableError {
  readonly code = 'usage';
}

/**
 * The policy of this id, in the version in force today (see `chosenToday`), or in this file (relative to where the user
 * stands). Throws UsageError or PolicyFileError.
 */
export function chosenPolicy(
  name: string,
  config: Config,
  options: { today?: string | undefined; now?: string | undefined } = {},
): Policy {
  const path = resolve(config.initCwd, name);
  if (/\.ya?ml$/.test(name)) {
    if (!existsSync(path)) throw new UsageError(`There is no policy file ${path}.`);
    return loadPolicyFile(path);
  }
  const shelf = loadShelf(config.policiesDir);
  const versions = shelf.get(name) ?? [];
  const [first] = versions;
  const policy = first && inForceOn(versions, chosenToday(options, config, first.file.timeZone));
  if (policy) return policy;
  throw new UsageError(`There is no policy "${name}"; use a policy file, or one of ${[...shelf.keys()].join(', ')}.`);
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
