import { figures } from '../../../dialogs/wording/cards.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { Json, JsonObject } from '../../../store/store.ts';
import { cut } from '../../case/excerpts.ts';
import { resolutionInWords } from '../../case/words.ts';
import type { PolicyCheck } from '../../policy-check.ts';
import { card, execute, said, section, title } from '../card/parts.ts';
import { choiceSet, factInputs } from './inputs.ts';

/** Asks which shop's policy to run. */
function shopCard(shops: { id: string; name: string }[]): JsonObject {
  const choices = shops.map(({ id, name }): [string, string] => [id, name]);
  const [first] = shops;
  return card(
    [
      title('Run a policy', { size: 'Large' }),
      said('For somebody on the phone.'),
      choiceSet('policy', 'Shop', choices, first ? { policy: first.id } : {}),
    ],
    [execute('Go on', 'check-shop', {}, { style: 'positive' })],
  );
}

/** What `check` begins with: the choice of a shop, or the form of the only one, or of the one that is chosen. */
export function checkStart(
  shops: { id: string; name: string }[],
  current: (id: string) => Policy | undefined,
  chosen?: string,
): JsonObject {
  const [first] = shops;
  const id = shops.length === 1 ? first?.id : chosen;
  const policy = id === undefined ? undefined : current(id);
  return policy ? checkCard(policy, { hasOthers: shops.length > 1 }) : shopCard(shops);
}

/** The policy as a form: every fact, none of them required, with what was `given` and what it says of that. */
export function checkCard(
  { file }: Policy,
  {
    given = {},
    result,
    hasOthers,
  }: { given?: Record<string, Json>; result?: PolicyCheck | undefined; hasOthers: boolean },
): JsonObject {
  return card(
    [
      title(`${file.name}: what does the policy say?`, { size: 'Large' }),
      ...(result ? resultLines(result, file.timeZone) : []),
      ...factInputs(file, given),
    ],
    [
      execute('Decide', 'check', { policy: file.id }, { style: 'positive' }),
      ...(hasOthers ? [execute('Another shop', 'check-shop', {}, { associatedInputs: 'none' })] : []),
    ],
  );
}

function resultLines(result: PolicyCheck, timeZone: string): JsonObject[] {
  if (result.kind === 'error') return [said(result.error.message, 400, { color: 'Attention', weight: 'Bolder' })];
  if (result.kind === 'undecided') {
    const missing = result.missing.map(({ label }) => label).join(', ');
    return [
      said(`Not decided yet. Ask: ${result.ask.question}`, 400, { weight: 'Bolder' }),
      said(`What can still change it: ${missing}. At most ${result.atMost} more questions.`, 600),
    ];
  }
  const { clauses, terms, ...decision } = result.decision;
  const numbers = figures({ ...decision, clauses: [], terms: [] }, timeZone);
  const inWords = (list: typeof clauses): string[] => list.map(({ title: name, text }) => cut(`${name}. ${text}`, 280));
  return [
    said(`The policy says: ${resolutionInWords(decision.resolution)}.`, 200, { size: 'Large', weight: 'Bolder' }),
    ...numbers.map((one) => said(`${one.title}: ${one.value}`)),
    ...section('By these clauses', inWords(clauses)),
    ...section('Good to know', inWords(terms)),
  ];
}
