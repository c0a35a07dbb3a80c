import { z } from 'zod';
import { type FactOf, parseKnown } from '../../../policy/fact-types/fact-types.ts';
import { decimalOf } from '../../../policy/fact-types/measured/scale.ts';
import { type FactReading, usual } from './fact-reading.ts';
import { readMeasured } from './measured.ts';

export const number: FactReading<FactOf<'number'>> = {
  ...usual,
  read(reply) {
    const { unit, unitWords, decimals: digits } = reply.fact;
    const units = [...(unit === undefined ? [] : [unit]), ...unitWords];
    return readMeasured(reply, units, (step) => Number(decimalOf({ digits }, step)));
  },

  soundsLike: 'number',
  senses: () => [],
  explained: ({ label }) => [{ term: label, as: 'meaning' }],

  forModel: {
    kind: ({ unit, min, max }) => `a number${unit === undefined ? '' : ` of ${unit}`} from ${min} to ${max}`,
    wordings: () => [],
    schema: (fact) => z.number().refine((value) => parseKnown(fact, value) !== undefined),
  },
};
