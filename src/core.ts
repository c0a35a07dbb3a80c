import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createCaseWatch, createDesk } from './desk/desk.ts';
import { availability } from './desk/office-hours.ts';
import { readingFindings } from './dialogs/reading/policy-findings.ts';
import { prepareReading } from './dialogs/reading/read.ts';
import { createLlmReader, type LlmReader } from './dialogs/reading/second-reader/reader.ts';
import { keepPolicies } from './dialogs/turns/policies.ts';
import { createConversations } from './dialogs/turns/turn.ts';
import type { CaseChange } from './dialogs/turns/writes/case-changes.ts';
import { fallbackLanguage, languages } from './dialogs/wording/catalog/languages.ts';
import { catalogProblems } from './dialogs/wording/catalog/problems.ts';

import { CorrectableError, codeOf } from './errors.ts';
import { createFormLinks } from './forms/links.ts';
import { createLookUps } from './look-ups.ts';
import { wakingStore } from './outbox/waking-store.ts';
import { dayOf, type IsoDate } from './policy/calendar.ts';
import { defaultOf, loadCatalog, type PolicyCatalog } from './policy/catalog.ts';
import { demandNoErrors } from './policy/check/acceptance.ts';
import type { Policy } from './policy/format/load.ts';
import { openSqliteStore } from './store/sqlite/sqlite.ts';
import type { Effect, Store } from './store/store.ts';
import { createMemoryUses } from './uses.ts';

/** The deployment's settings do not fit together; the message is one line that says what to do. */
export class DeploymentError extends CorrectableError {
  readonly code = 'deployment';
}

/** A start is not held up by getting ready for the first free message. */
const PREPARE_AFTER_MS = 300;

/** The product without its HTTP surface. */
export type Core = Awaited<ReturnType<typeof createCore>>;

/**
 * Opens the store and puts the conversations together, for a server or a terminal; `onEffects` is called when there is
 * something to deliver, `onPolicy` before a policy is first used. Throws PolicyFileError or DeploymentError.
 */
export async function createCore(
  config: Config,
  log: Logger,
  now: () => Date = () => new Date(),
  onEffects: () => void = () => {},
  announce: (change: CaseChange) => Effect[] = () => [],
  onPolicy: (policy: Policy, store: Store) => Promise<void> = async () => {},
) {
  warnOfMistakes(log);
  let catalog = loadCatalog(config.policiesDir);
  const defaultPolicy = defaultOf(catalog, config.defaultPolicy);
  if (defaultPolicy === undefined) {
    const named = config.defaultPolicy === undefined ? '' : `DEFAULT_POLICY is "${config.defaultPolicy}", but `;
    throw new DeploymentError(`${named}POLICIES_DIR has ${[...catalog.keys()].join(', ') || 'no policy'}`);
  }
  const store = wakingStore(openStore(config.dataDir), onEffects);
  await demandFitPolicies(catalog, store, (timeZone) => config.today ?? dayOf(now(), timeZone));
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const formLinks = await createFormLinks({
    store,
    issuer: publicUrl,
    formUrl: config.returnFormUrl ?? `${publicUrl}/form`,
    // On a fixed day links must hold on that day; at noon in UTC it is the same day in nearly all time zones.
    now: config.today === undefined ? now : () => new Date(`${config.today}T12:00:00Z`),
  });
  const todayAt = (policyId: string): IsoDate =>
    config.today ?? dayOf(now(), catalog.get(policyId)?.at(-1)?.file.timeZone ?? 'UTC');
  const policies = await keepPolicies(catalog, store, todayAt, (policy) => onPolicy(policy, store));
  const uses = createMemoryUses();
  const watch = createCaseWatch();
  const conversations = createConversations({
    store,
    policies,
    lookUps: createLookUps({ config, log, now, uses, today: todayAt }),
    formLinks,
    now,
    today: config.today,
    patience: config,
    announce,
    onCaseChange: watch.tell,
    secondReader: secondReaderOf(config, log),
    availability: (at, timeZone) => availability(config.officeHours, at, timeZone),
    onFailure: (error, conversationId) => log.error({ err: error, conversationId }, 'turn failed'),
  });
  const desk = createDesk({ store, policies, conversations, now, today: config.today }, watch);
  /** Takes the policies anew from their folder; with a mistake in one all stay as they are, and the log says why. */
  const reload = async (): Promise<void> => {
    try {
      const next = loadCatalog(config.policiesDir);
      const missing = [...catalog.keys()].filter((id) => !next.has(id));
      if (missing.length > 0) throw new DeploymentError(`POLICIES_DIR no longer has ${missing.join(', ')}`);
      await demandFitPolicies(next, store, (timeZone) => config.today ?? dayOf(now(), timeZone));
      await policies.replace(next);
      catalog = next;
    } catch (error) {
      if (!(error instanceof CorrectableError)) throw error;
      const [first, ...others] = error.message.split('\n');
      log.error({ problem: first, more: others.length }, 'policies not taken; the versions in force stay');
      return;
    }
    const versions = policies.ids().map((id) => `${id} ${policies.current(id)?.file.version}`);
    log.info({ policies: versions.join(', ') }, 'policies taken anew');
  };
  prepareAfter(policies.ids().flatMap((id) => policies.current(id) ?? []));
  return { store, uses, policies, conversations, formLinks, publicUrl, todayAt, desk, defaultPolicy, reload };
}

/**
 * Holds policies to `check` before they come into force for the first time; one that was accepted once stays so, on
 * whatever day and with whatever version of this program. Throws PolicyFileError.
 */
async function demandFitPolicies(
  catalog: PolicyCatalog,
  store: Store,
  todayIn: (timeZone: string) => IsoDate,
): Promise<void> {
  for (const policy of [...catalog.values()].flat()) {
    if (await store.policy(policy.digest)) continue;
    demandNoErrors(policy, todayIn(policy.file.timeZone), readingFindings(policy));
  }
}

/** Logs the mistakes in other languages, whose sentences are said in English meanwhile. */
function warnOfMistakes(log: Logger): void {
  const others = [...languages()].filter(([language]) => language !== fallbackLanguage);
  for (const problem of others.flatMap(([language, sentences]) => catalogProblems(language, sentences)))
    log.warn({ problem }, 'said in English');
}

/** Codes of an unusable data folder: not writable, no folder, full, no database, or one of a newer program. */
const unusable = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'EIO',
  'ENOSPC',
  'ERR_SQLITE_ERROR',
  'newer-database',
]);

function openStore(dataDir: string): Store {
  try {
    return openSqliteStore(dataDir);
  } catch (cause) {
    if (!(cause instanceof Error) || !unusable.has(codeOf(cause) ?? '')) throw cause;
    throw new DeploymentError(`DATA_DIR ${dataDir} cannot be used: ${cause.message}`, { cause });
  }
}

/** Prepares one policy after the other, once the process has begun to listen. */
function prepareAfter([first, ...rest]: Policy[]): void {
  if (!first) return;
  setTimeout(() => {
    prepareReading(first);
    prepareAfter(rest);
  }, PREPARE_AFTER_MS).unref();
}

/** The reader that the deployment has beside our own, if it has one. */
function secondReaderOf({ llm }: Config, log: Logger): LlmReader | undefined {
  if (!llm) return undefined;
  return createLlmReader({ ...llm, onFailure: (code) => log.warn({ code }, 'second reader failed') });
}
