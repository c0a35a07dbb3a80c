import type { Policy } from '../../../policy/format/load.ts';
import type { Json, JsonObject } from '../../../store/store.ts';
import { plainLine } from '../../case/text/case-text.ts';
import { checkText } from '../../check/check-text.ts';
import type { PolicyCheck } from '../../check/policy-check.ts';
import { fillIn, words } from '../../words/words.ts';
import { card, execute, richText, section, title } from '../card/parts.ts';
import { callerInputs } from './caller.ts';
import { choiceSet, factInputs } from './inputs.ts';

/** Asks which shop's policy to run. */
function shopCard(shops: { id: string; name: string }[]): JsonObject {
  const choices = shops.map(({ id, name }) => ({ value: id, title: name }));
  const [first] = shops;
  return card(
    [
      title(words.check.title, { size: 'Large' }),
      richText(words.check.forWhom),
      choiceSet('policy', words.check.shop, choices, first ? { policy: first.id } : {}),
    ],
    [execute(words.check.goOn, 'check-shop', {}, { style: 'positive' })],
  );
}

/** The first card of `check`: the choice of a shop, or the form of the only one, or of the one that is chosen. */
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
      title(fillIn(words.check.heading, { shop: file.name }), { size: 'Large' }),
      ...(result ? resultLines(result, file.timeZone) : []),
      ...factInputs(file, given),
      ...callerInputs(given),
    ],
    [
      execute(words.check.decide, 'check', { policy: file.id }, { style: 'positive' }),
      execute(words.check.file, 'check-file', { policy: file.id }),
      ...(hasOthers ? [execute(words.check.anotherShop, 'check-shop', {}, { associatedInputs: 'none' })] : []),
    ],
  );
}

/** The card once its case is filed. */
export function filedCard(reference: string): JsonObject {
  return card(
    [title(words.check.title, { size: 'Large' }), richText(fillIn(words.check.filed, { reference }))],
    [execute(words.check.title, 'check-shop', {}, { associatedInputs: 'none' })],
  );
}

function resultLines(result: PolicyCheck, timeZone: string): JsonObject[] {
  const { title: heading, lines, sections } = checkText(result, timeZone);
  const style: JsonObject = {
    weight: 'Bolder',
    ...(result.kind === 'error' && { color: 'Attention' }),
    ...(result.kind === 'decision' && { size: 'Large' }),
  };
  return [
    richText(heading, 400, style),
    ...lines.map((line) => richText(plainLine(line), 600)),
    ...sections.flatMap((one) => section(one.title, one.lines.map(plainLine))),
  ];
}
