import type { CustomerEvent } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';
import { stating } from './statements.ts';

/**
 * "Three weeks ago, on sale", after the full price: what else is said may be the truth of what was answered, so that
 * neither counts before both were shown back.
 */
export const contradiction: Row = { name: 'contradiction', read: readContradiction };

function readContradiction(reading: Reading): CustomerEvent | undefined {
  const { statement, contradictions, range, question, digression } = reading;
  if (contradictions.length === 0 || digression?.type === 'human') return undefined;
  const own = ownAnswer(reading);
  const others = statement.inferred.filter(({ fact }) => fact !== question?.id);
  const ranges = statement.ranges.filter(({ fact }) => fact !== (range ?? own)?.fact);
  if (!range)
    return stating({ ...statement, ranges }, { inferred: [...(own ? [own] : []), ...others], isUnsure: true });
  const rough = { ...range, source: 'inferred' } as const;
  return stating(statement, { inferred: others, ranges: [...ranges, rough], isUnsure: true });
}

/** What the reply gives to the open question; a yes or no, or a list, is read by what was asked. */
function ownAnswer({ direct, statement, question }: Reading): Answer | undefined {
  if (direct.type === 'answer') return { ...direct.answer, source: 'inferred' };
  const given = direct.type === 'statement' ? direct.inferred : [];
  return [...given, ...statement.inferred].find(({ fact }) => fact === question?.id);
}
