import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createDesk } from './desk/desk.ts';
import { afterOfficeMinutes, availability } from './desk/office-hours.ts';
import { createAccounts } from './desk/people/accounts.ts';
import { dueAt, type ServiceLevels, unknownShops } from './desk/service-levels.ts';
import { createStandings } from './desk/standing/standings.ts';
import { readingFindings } from './dialogs/reading/policy-findings.ts';
import { createLlmReader, type LlmReader } from './dialogs/reading/second-reader/reader.ts';
import { keepPolicies } from './dialogs/turns/policies.ts';
import { createConversations } from './dialogs/turns/turn.ts';
import type { CommittedTurn } from './dialogs/turns/turn-facts.ts';
import type { CaseChange } from './dialogs/turns/writes/case-changes.ts';
import type { Wait } from './dialogs/turns/writes/case-entries.ts';
import { fallbackLanguage, languages } from './dialogs/wording/catalog/languages.ts';
import { catalogProblems } from './dialogs/wording/catalog/problems.ts';

import { CorrectableError } from './errors.ts';
import { createFormLinks } from './forms/links.ts';
import { loadInThread } from './loading.ts';
import { createLookUps } from './look-ups.ts';
import { DeploymentError, openStore } from './open-store.ts';
import { wakingStore } from './outbox/waking-store.ts';
import { dayOf, type IsoDate } from './policy/calendar.ts';
import { defaultOf, loadCatalog, loadCatalogWith, type PolicyCatalog } from './policy/catalog.ts';
import { demandNoErrors } from './policy/check/acceptance.ts';
import type { Policy } from './policy/format/load.ts';
import { digestOf } from './policy/format/parse.ts';
import { createPreparing } from './preparing.ts';
import { keepReturnsSince } from './privacy/kept-returns.ts';
import type { Effect, Store } from './store/store.ts';
import { createTalkKeys } from './talks/keys.ts';
import { createTalkLimits } from './talks/limits.ts';
import { forgettingMails, mailFolder } from './talks/mail/kept-mails.ts';
import { createTalks } from './talks/talks.ts';
import type { Uses } from './uses.ts';

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
  onEffects: (kinds: string[] | undefined) => void = () => {},
  announce: (change: CaseChange) => Effect[] = () => [],
  onPolicy: (policy: Policy, store: Store) => Promise<void> = async () => {},
  onTurn: (turn: CommittedTurn) => void = () => {},
) {
  warnOfMistakes(log);
  let catalog = loadCatalog(config.policiesDir);
  const defaultPolicy = defaultOf(catalog, config.defaultPolicy);
  if (defaultPolicy === undefined) {
    const named = config.defaultPolicy === undefined ? '' : `DEFAULT_POLICY is "${config.defaultPolicy}", but `;
    throw new DeploymentError(`${named}POLICIES_DIR has ${[...catalog.keys()].join(', ') || 'no policy'}`);
  }
  demandKnownShops(config.serviceLevels, catalog);
  const store = wakingStore(forgettingMails(await openStore(config), mailFolder(config)), onEffects);
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
  const preparing = createPreparing(log);
  const policies = await keepPolicies(catalog, store, todayAt, {
    parse: (kept) => loadInThread({ kind: 'kept', ...kept }),
    onLoad: (policy) => onPolicy(policy, store),
    ready: preparing.ready,
  });
  // Limits hold over all processes, because the store counts.
  const uses: Uses = store;
  const talkKeys = createTalkKeys(store, now);
  const talkLimits = createTalkLimits(uses, now);
  const { serviceLevels, officeHours } = config;
  const promise = serviceLevels && ((wait: Wait) => dueAt(serviceLevels, officeHours, wait));
  const conversations = createConversations({
    store,
    policies,
    lookUps: createLookUps({ config, log, now, uses, today: todayAt }),
    formLinks,
    now,
    today: config.today,
    patience: config,
    announce,
    talks: createTalks({ store, keys: talkKeys, limits: talkLimits }),
    secondReader: secondReaderOf(config, log),
    availability: (at, timeZone) => availability(officeHours, at, timeZone),
    afterWorking: (since, minutes, timeZone) => afterOfficeMinutes(officeHours, since, minutes, timeZone),
    dueAt: promise,
    keepReturnsSince: () => keepReturnsSince(now(), config.retention.returns),
    onTurn,
    onFailure: (error, conversationId) => log.error({ err: error, conversationId }, 'turn failed'),
  });
  const standings = createStandings({ store, accounts: createAccounts(store, now), now });
  const desk = createDesk({ store, policies, conversations, now, today: config.today, dueAt: promise, publicUrl });
  /** Takes the policies anew from their folder; with a mistake in one all stay as they are, and the log says why. */
  const reload = async (): Promise<void> => {
    try {
      const next = await loadCatalogWith(config.policiesDir, loadedOr(catalog, store, now, config.today));
      const missing = [...catalog.keys()].filter((id) => !next.has(id));
      if (missing.length > 0) throw new DeploymentError(`POLICIES_DIR no longer has ${missing.join(', ')}`);
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
    preparing.later([...catalog.values()].flat());
  };
  preparing.later([...catalog.values()].flat());
  return {
    ...{ store, uses, policies, conversations, formLinks, publicUrl, todayAt, desk, defaultPolicy, reload },
    ...{ talkKeys, talkLimits, standings, dueAt: promise },
  };
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

/** A promise for a shop that there is not would be kept by nobody. Throws DeploymentError. */
function demandKnownShops(levels: ServiceLevels | undefined, catalog: PolicyCatalog): void {
  const unknown = unknownShops(levels ?? {}, catalog.keys());
  if (unknown.length === 0) return;
  throw new DeploymentError(
    `SERVICE_LEVELS names ${unknown.join(', ')}, but POLICIES_DIR has ${[...catalog.keys()].join(', ')}`,
  );
}

/** Loads a policy of which the text has changed in a thread, so that a running server goes on meanwhile. */
function loadedOr(catalog: PolicyCatalog, store: Store, now: () => Date, today: IsoDate | undefined) {
  const loaded = [...catalog.values()].flat();
  return async (text: string, name: string): Promise<Policy> => {
    const digest = digestOf(text);
    const same = loaded.find((policy) => policy.digest === digest && policy.name === name);
    if (same) return same;
    const isAccepted = (await store.policy(digest)) !== undefined;
    const check = isAccepted ? undefined : { now: now().toISOString(), today };
    return loadInThread({ kind: 'new', text, name, check });
  };
}

/** Logs the mistakes in other languages, whose sentences are said in English meanwhile. */
function warnOfMistakes(log: Logger): void {
  const others = [...languages()].filter(([language]) => language !== fallbackLanguage);
  for (const problem of others.flatMap(([language, sentences]) => catalogProblems(language, sentences)))
    log.warn({ problem }, 'said in English');
}

/** The reader that the deployment has beside our own, if it has one. */
function secondReaderOf({ llm }: Config, log: Logger): LlmReader | undefined {
  if (!llm) return undefined;
  return createLlmReader({ ...llm, onFailure: (code) => log.warn({ code }, 'second reader failed') });
}
