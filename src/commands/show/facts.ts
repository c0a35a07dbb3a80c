import { isAsked } from '../../policy/fact-types/fact-types.ts';
import type { Season } from '../../policy/format/day-schema.ts';
import { declaredId } from '../../policy/format/period-schema.ts';
import type { Derived, Fact, PolicyFile } from '../../policy/format/schema.ts';
import { inPlainWords, labelOf, orList, valueInWords } from './conditions.ts';

/** Every fact in a line: what is asked, what can be answered, and whom it concerns. */
export function factsInWords(file: PolicyFile): string[] {
  return Object.entries(file.facts).map(([id, fact]) => {
    const answers = answersOf(file, id, fact);
    const concerned = inPlainWords(file, fact.applies ?? {});
    const parts = [
      isAsked(fact) ? `${fact.label}: “${fact.question}”` : `${fact.label}: told by the order`,
      answers,
      'unknown' in fact && fact.unknown && '“I don’t know” is an answer',
      concerned && `Concerns only cases in which ${concerned}`,
    ];
    return `${parts.filter((part) => typeof part === 'string' && part !== '').join('. ')}.`.replace('?”.', '?”');
  });
}

function answersOf(file: PolicyFile, id: string, fact: Fact): string {
  if (!('values' in fact)) return fact.type === 'yes-no' ? 'Yes or no' : '';
  const names = Object.keys(fact.values).map((value) => valueInWords(file, id, value));
  return `${fact.type === 'set' ? 'Any of' : 'One of'} ${names.join(', ')}`;
}

/** Every period in a line: from when, how long, and until when at least. */
export function periodsInWords(file: PolicyFile): string[] {
  const byId = Map.groupBy(Object.entries(file.derived), ([period]) => declaredId(period));
  const ofPeriods = [...byId].map(([id, periods]) => {
    const [first] = periods;
    if (!first) return id;
    const [, derived] = first;
    if ('season' in derived.length) return seasonInWords(file, id, derived, derived.length.season);
    if ('untilStart' in derived.length) return untilInWords(file, id, derived);
    const lengths = periods.map(([period, one]) => {
      const variant = file.variants[id]?.find((own) => own.period === period);
      const where = inPlainWords(file, variant?.when ?? {});
      return `${lengthInWords(file, one)} from “${labelOf(file, one.from)}”${where === undefined ? '' : ` where ${where}`}`;
    });
    const until = derived.until && `or the day that “${labelOf(file, derived.until)}” names`;
    const steps = derived.steps.map(
      (step) => `“${valueInWords(file, id, step.value)}” for the first ${unitsOf(file, step)}`,
    );
    const seasons = derived.extended.map(
      (season) =>
        `for a start ${Object.entries(season)
          .map(([key, day]) => `${key} ${day}`)
          .join(' ')} at least`,
    );
    const concerned = inPlainWords(file, derived.applies ?? {});
    const parts = [
      [lengths.join('; else '), until].filter(Boolean).join(', '),
      ...steps,
      ...seasons,
      concerned && `only where ${concerned}`,
    ].filter((part) => typeof part === 'string');
    return `${derived.label}: ${parts.join('; ')}. Until then “${valueInWords(file, id, derived.within)}”, afterwards “${valueInWords(file, id, derived.after)}”.`;
  });
  return [...ofPeriods, ...Object.keys(file.combined).map((id) => combinedInWords(file, id))];
}

function seasonInWords(file: PolicyFile, id: string, derived: Derived, seasons: readonly Season[]): string {
  const days = seasons.map(({ from, to }) =>
    [from && `from ${from}`, to && (from ? `to ${to}` : `up to ${to}`)].filter(Boolean).join(' '),
  );
  const [isIn, isNot] = [derived.within, derived.after].map((value) => valueInWords(file, id, value));
  return `${derived.label}: “${isIn}” where “${labelOf(file, derived.from)}” is ${orList(days)}, else “${isNot}”.`;
}

function untilInWords(file: PolicyFile, id: string, { label, from, steps, within, after }: Derived): string {
  const name = (value: string): string => `“${valueInWords(file, id, value)}”`;
  const back = steps.map((step) =>
    'daysBefore' in step ? `${name(step.value)} up to ${step.daysBefore} days before` : name(step.value),
  );
  return `${label}: until “${labelOf(file, from)}”; ${[...back, `${name(within)} until that day`].join('; ')}; afterwards ${name(after)}.`;
}

function combinedInWords(file: PolicyFile, id: string): string {
  const { label = id, pick, of = [], within = '', after = '' } = file.combined[id] ?? {};
  const parts = of.map((part) => `“${labelOf(file, part)}”`).join(', ');
  const which = pick === 'latest' ? 'ends last' : 'ends first';
  return `${label}: the one of ${parts} that ${which}. Until then “${valueInWords(file, id, within)}”, afterwards “${valueInWords(file, id, after)}”.`;
}

function lengthInWords(file: PolicyFile, { length }: Derived): string {
  if ('until' in length) return `until ${length.until}`;
  return unitsOf(file, length);
}

const units: Record<string, string> = { hours: 'hours', days: 'days', months: 'months', workingDays: 'working days' };

/** The lengths of time in an entry, such as "14 days". */
function unitsOf(file: PolicyFile, entry: object): string {
  const found = Object.entries(entry).flatMap(([key, count]) => {
    const unit = units[key];
    if (unit === undefined) return [];
    return [
      typeof count === 'string'
        ? `as many ${unit} as “${labelOf(file, count)}” says`
        : `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`,
    ];
  });
  return found.join(' and ') || JSON.stringify(entry);
}
