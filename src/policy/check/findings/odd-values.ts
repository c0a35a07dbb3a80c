import type { ChoiceOption } from '../../format/choose-schema.ts';
import { feeStepsOf } from '../../format/fee-schema.ts';
import { declaredId } from '../../format/period-schema.ts';
import type { Fact, PolicyFile } from '../../format/schema.ts';
import type { Fee } from '../../money/fee.ts';
import type { Finding } from '../finding.ts';
import { refundFindings } from './odd-refunds.ts';
import { bonusFindings, odd, shareFindings, sumFindings } from './odd-sums.ts';
import { overlappingWeights } from './odd-weights.ts';

/** Numbers, days and zones that can be read and are hardly meant. */
export function oddValueFindings(file: PolicyFile): Finding[] {
  return [
    ...headFindings(file),
    ...feeFindings(file),
    ...refundFindings(file),
    ...likelihoodFindings(file),
    ...overlappingWeights(file),
  ];
}

function headFindings({ timeZone, effectiveFrom, version }: PolicyFile): Finding[] {
  const isPlace = timeZone === 'UTC' || (timeZone.includes('/') && !timeZone.startsWith('Etc/'));
  const zone = `"${timeZone}" is an hour, not a place: it has no summer time of its own; expected such as Europe/Berlin`;
  const early = `in force from ${effectiveFrom}, before its own version of ${version}; purchases would be judged by what was not written yet`;
  return [
    ...(isPlace ? [] : [odd(['timeZone'], zone)]),
    ...(effectiveFrom !== undefined && effectiveFrom < version ? [odd(['effectiveFrom'], early)] : []),
  ];
}

/** A plain fee with its place. */
interface PlacedFee {
  path: PropertyKey[];
  fee: Fee;
}

function feeFindings({ decisions }: PolicyFile): Finding[] {
  const fees = decisions.flatMap(({ fee, choose = {} }, row) => {
    const path = ['decisions', row, 'fee'];
    const steps = fee === undefined ? [] : feeStepsOf(fee);
    const ofRow = steps.flatMap((step, at) => plainFees(step, Array.isArray(fee) ? [...path, at] : path));
    return [...ofRow, ...optionFees(choose, ['decisions', row, 'choose'])];
  });
  const sums = fees.flatMap(({ path, fee }) => ('fixed' in fee ? [{ path: [...path, 'fixed'], sum: fee.fixed }] : []));
  return [
    ...fees.flatMap(({ path, fee }) => ('percent' in fee ? shareFindings([...path, 'percent'], fee.percent) : [])),
    ...sums.flatMap(({ path, sum }) => sumFindings(path, sum, sums[0]?.sum)),
    ...decisions.flatMap(({ choose = {} }, row) =>
      Object.entries(choose).flatMap(([id, { bonus }]) =>
        bonus && 'percent' in bonus
          ? bonusFindings(['decisions', row, 'choose', id, 'bonus', 'percent'], bonus.percent)
          : [],
      ),
    ),
  ];
}

/** What the options of a row keep, and what they add. */
function optionFees(options: Readonly<Record<string, ChoiceOption>>, path: PropertyKey[]): PlacedFee[] {
  return Object.entries(options).flatMap(([id, { fee, bonus }]) => [
    ...(fee ? plainFees(fee, [...path, id, 'fee']) : []),
    ...(bonus ? plainFees(bonus, [...path, id, 'bonus']) : []),
  ]);
}

function plainFees(fee: Fee, path: PropertyKey[]): PlacedFee[] {
  if (!('largerOf' in fee)) return [{ path, fee }];
  return fee.largerOf.map((one, at) => ({ path: [...path, 'largerOf', at], fee: one }));
}

/** Facts and periods of whose values none can be expected. */
function likelihoodFindings({ facts, derived }: PolicyFile): Finding[] {
  const ofFacts = Object.entries(facts).flatMap(([id, fact]) =>
    weightsOf(fact).every((weight) => weight === 0)
      ? [nothingLikely(['facts', id, fact.type === 'choice' ? 'values' : 'likelihood'], id)]
      : [],
  );
  const ofPeriods = [...new Set(Object.entries(derived).map(([id, { likelihood }]) => [id, likelihood] as const))]
    .filter(([, likelihood]) => Object.values(likelihood).every((weight) => weight === 0))
    .map(([id]) => nothingLikely(['derived', declaredId(id), 'likelihood'], declaredId(id)));
  return [...ofFacts, ...ofPeriods];
}

/** The weights of a fact's values; one at least, so that a fact without weights has something to hope for. */
function weightsOf(fact: Fact): number[] {
  if (fact.type === 'choice')
    return [...Object.values(fact.values).map(({ likelihood }) => likelihood), fact.unknownLikelihood ?? 0];
  return fact.type === 'yes-no' ? Object.values(fact.likelihood) : [1];
}

function nothingLikely(path: PropertyKey[], id: string): Finding {
  return odd(path, `no value of "${id}" has a likelihood above 0; say how usual each is`);
}
