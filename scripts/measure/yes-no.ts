import { z } from 'zod';
import { readYesNo, type YesNo } from '../../src/language/yes-no/yes-no.ts';
import { share, timed, times } from './figures.ts';

export const yesNoRow = z.object({ text: z.string(), question: z.string().nullish(), label: z.string() });
type YesNoRow = z.infer<typeof yesNoRow>;

/**
 * Figures on the reading of answers to yes/no questions. Every label but yes and no ("maybe", "neither") wants the
 * question asked again, as does a reading of unsure or none. `wrongPolarity`: yes read as no or no as yes; `asksAgain`:
 * a yes or no that was not taken; `presumed`: an answer that was neither, taken as one. The four shares add up to one.
 */
export function measureYesNo(rows: readonly YesNoRow[]) {
  const readings = timed(rows, ({ text, question }) => readYesNo(text, question ?? undefined));
  const pairs = readings.map(({ row, read }) => ({ meant: polarity(row.label), taken: polarity(read) }));
  const shareOf = (holds: (pair: Pair) => boolean) => share(pairs, holds);
  return {
    rows: rows.length,
    accuracy: shareOf(({ meant, taken }) => meant === taken),
    wrongPolarity: shareOf(({ meant, taken }) => meant !== 'neither' && taken !== 'neither' && meant !== taken),
    asksAgain: shareOf(({ meant, taken }) => meant !== 'neither' && taken === 'neither'),
    presumed: shareOf(({ meant, taken }) => meant === 'neither' && taken !== 'neither'),
    recall: Object.fromEntries(
      POLARITIES.map((label) => [
        label,
        share(
          pairs.filter(({ meant }) => meant === label),
          isRight,
        ),
      ]),
    ),
    /** Of the answers labelled "maybe", those named unsure rather than not understood. */
    maybeNamed: share(
      readings.filter(({ row }) => row.label === 'maybe'),
      ({ read }) => read === 'unsure',
    ),
    ...times(readings.map(({ milliseconds }) => milliseconds)),
  };
}

const POLARITIES = ['yes', 'no', 'neither'] as const;
type Polarity = (typeof POLARITIES)[number];
interface Pair {
  meant: Polarity;
  taken: Polarity;
}

function polarity(label: string | YesNo | undefined): Polarity {
  return label === 'yes' || label === 'no' ? label : 'neither';
}

function isRight({ meant, taken }: Pair): boolean {
  return meant === taken;
}
