import { z } from 'zod';
import type { Policies } from '../../dialogs/turns/policies.ts';
import { filedCaseSchema, type Ruling } from '../../machines/case.ts';
import { dayOf, type IsoDate, isIsoDate } from '../../policy/calendar.ts';
import { decideWithDefaults } from '../../policy/engine/defaults.ts';
import type { Facts } from '../../policy/engine/facts.ts';
import type { Policy } from '../../policy/format/load.ts';
import { isStandard, ownOutcome } from '../../policy/format/outcome-schema.ts';
import { eachCase } from '../../store/pages.ts';
import type { ListedCase, Store } from '../../store/store.ts';
import { visibleLine } from '../chat/text.ts';
import { UsageError } from '../input/options.ts';

interface ExportDeps {
  store: Pick<Store, 'cases' | 'decision'>;
  policies: Pick<Policies, 'pinned'>;
}

const caseFileSchema = z.looseObject({
  policy: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  facts: z.record(z.string(), z.json()).default({}),
});

/** A ruling with what it was made on. */
interface Ruled {
  reference: string;
  policyId: string;
  version: string;
  policy: Policy | undefined;
  ruling: Ruling;
  ruledOn: IsoDate;
  /** The day that the facts were judged on. */
  today: IsoDate;
  facts: Facts;
}

/**
 * The rulings of people as examples of the policies, in YAML, oldest first: exceptions become visible, then rules.
 * `since` is the first day (in the shop's time zone) that counts.
 */
export async function exportRulings({ since }: { since: string | undefined }, deps: ExportDeps): Promise<string> {
  if (since !== undefined && !isIsoDate(since)) throw new UsageError(`--since is a date YYYY-MM-DD, not "${since}".`);
  const all = (await Array.fromAsync(eachCase(deps.store))).toReversed();
  const ruled = (await Promise.all(all.map((one) => ruledOf(one, deps)))).filter((one) => one !== undefined);
  const counted = ruled.filter(({ ruledOn }) => since === undefined || ruledOn >= since);
  if (counted.length === 0) return '# No ruling was made.';
  const byPolicy = Map.groupBy(counted, ({ policyId }) => policyId);
  return [...byPolicy]
    .map(([id, own]) => [`# ${visibleLine(id)}: ${countsOf(own)}`, ...own.map(exampleOf)].join('\n\n'))
    .join('\n\n');
}

async function ruledOf(stored: ListedCase, { store, policies }: ExportDeps): Promise<Ruled | undefined> {
  const { data: file } = filedCaseSchema.safeParse(stored.file);
  if (!file?.ruling) return undefined;
  const caseFile = caseFileSchema.parse(stored.caseFile);
  const policy = await policies.pinned(caseFile.policy.digest);
  const timeZone = policy?.file.timeZone ?? 'UTC';
  const at = file.history.findLast(({ what }) => what === 'ruled')?.at ?? stored.changedAt;
  const { decidedOn = at } = (await store.decision(stored.reference)) ?? {};
  return {
    reference: stored.reference,
    policyId: caseFile.policy.id,
    version: caseFile.policy.version,
    policy,
    ruling: file.ruling,
    ruledOn: dayOf(at, timeZone),
    today: isIsoDate(decidedOn) ? decidedOn : dayOf(decidedOn, timeZone),
    facts: caseFile.facts,
  };
}

function countsOf(ruled: Ruled[]): string {
  const exceptions = ruled.filter(({ ruling }) => ruling.isException).length;
  return `${ruled.length} ${ruled.length === 1 ? 'ruling' : 'rulings'}, ${exceptions} ${exceptions === 1 ? 'exception' : 'exceptions'}`;
}

function exampleOf(ruled: Ruled): string {
  const { reference, version, policy, ruling, ruledOn, today, facts } = ruled;
  const what = ruling.ruling === 'uphold' ? 'upheld' : ruling.isException ? 'approved as an exception' : 'approved';
  // What has no form is nothing that a policy could give by itself.
  const isOutcome = isStandard(ruling.resolution) || (policy && ownOutcome(policy.file, ruling.resolution));
  const gives = isOutcome ? ruling.resolution : 'human-review';
  return [
    `# ${reference}, ${ruledOn}: ${what} (${ruling.resolution}) by ${ruling.by.name}, version ${version}`,
    `# Reason: ${ruling.reason}`,
    `# ${policyLine(ruled)}`,
  ]
    .map(visibleLine)
    .concat(`- { facts: ${flow(facts)}, today: ${flow(today)}, gives: { resolution: ${flow(gives)} } }`)
    .join('\n');
}

/** A line on the policy's own decision on the same facts. */
function policyLine({ policy, facts, today }: Ruled): string {
  if (!policy) return 'Its version of the policy is gone.';
  const verdict = decideWithDefaults(policy, facts, { today });
  if (verdict.kind === 'error') return `The policy refuses these facts: ${verdict.error.message}`;
  if (verdict.kind === 'undecided') return `The policy decides nothing yet; missing: ${verdict.missing.join(', ')}`;
  const { resolution, clauses } = verdict.decision;
  return `The policy gives ${resolution}${clauses.length ? ` (${clauses.join(', ')})` : ''}.`;
}

const plainWord = /^[a-z][a-z0-9-]*$/;
/** Words that YAML would not read as text. */
const otherWords = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** A value as policies write it, on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, own]) => `${key}: ${flow(own)}`);
    return entries.length ? `{ ${entries.join(', ')} }` : '{}';
  }
  if (typeof value !== 'string') return String(value);
  const isPlain = plainWord.test(value) && !otherWords.has(value);
  return isPlain ? value : `'${visibleLine(value).replaceAll("'", "''")}'`;
}
