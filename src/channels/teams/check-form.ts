import type { PolicyCheck } from '../../desk/policy-check.ts';
import { figures } from '../../dialogs/cards.ts';
import { instantAt, isIsoDate } from '../../policy/calendar.ts';
import type { Facts } from '../../policy/facts.ts';
import type { Policy } from '../../policy/load.ts';
import type { Fact } from '../../policy/schema.ts';
import type { Json, JsonObject } from '../../store/store.ts';
import { resolutionInWords } from '../slack/words.ts';
import { card, cut, execute, said, section, title } from './card-parts.ts';

/** Ids of inputs begin so, since a card's inputs and a button's own data come as one object. */
const prefix = 'fact-';
/** An empty box is no answer; this one says that nothing of a list applies. */
const none = 'none';
const notKnown = 'not-known';

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
  const facts = Object.entries(file.facts);
  const withUnknown = facts.filter(([, fact]) => isTyped(fact) && 'unknown' in fact && fact.unknown);
  return card(
    [
      title(`${file.name}: what does the policy say?`, { size: 'Large' }),
      ...(result ? resultLines(result, file.timeZone) : []),
      ...facts.flatMap(([id, fact]) => inputsOf(id, fact, given)),
      ...(withUnknown.length
        ? [
            choiceSet(
              notKnown,
              'Not known to the customer',
              withUnknown.map(([id, { label }]) => [id, label]),
              given,
              true,
            ),
          ]
        : []),
    ],
    [
      execute('Decide', 'check', { policy: file.id }, { style: 'positive' }),
      ...(hasOthers ? [execute('Another shop', 'check-shop', {}, { associatedInputs: 'none' })] : []),
    ],
  );
}

/** The facts that a form's inputs tell; an amount that is none is left for the policy to refuse. */
export function factsIn({ file }: Policy, inputs: Record<string, Json>): Facts {
  const unknown = String(inputs[notKnown] ?? '').split(',');
  return Object.fromEntries(
    Object.entries(file.facts).flatMap(([id, fact]) => {
      if (unknown.includes(id)) return [[id, 'unknown']];
      const value = answerIn(id, fact, inputs, file.timeZone);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

function answerIn(id: string, fact: Fact, inputs: Record<string, Json>, timeZone: string): Json | undefined {
  const given = String(inputs[prefix + id] ?? '').trim();
  if (given === '') return undefined;
  switch (fact.type) {
    case 'yes-no':
      return given === 'unknown' ? given : given === 'true';
    case 'months':
      return Number(given);
    case 'set':
      return given.split(',').filter((member) => member !== none);
    case 'money': {
      const [amount = '', currency = ''] = given.split(/\s+/);
      return { amount, currency: currency.toUpperCase() };
    }
    case 'instant': {
      const time = String(inputs[`${prefix}${id}-time`] ?? '');
      return isIsoDate(given) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantAt(given, time, timeZone) : given;
    }
    default:
      return given;
  }
}

/** Answers that are typed have no choice that says "not known". */
function isTyped({ type }: Fact): boolean {
  return type === 'date' || type === 'instant' || type === 'months';
}

function inputsOf(id: string, fact: Fact, given: Record<string, Json>): JsonObject[] {
  const { label } = fact;
  const name = prefix + id;
  const kept: JsonObject = given[name] === undefined ? {} : { value: given[name] };
  const orUnknown: [string, string][] = 'unknown' in fact && fact.unknown ? [['unknown', 'Not known']] : [];
  switch (fact.type) {
    case 'choice': {
      const values = Object.entries(fact.values).map(([value, one]): [string, string] => [value, one.title]);
      return [choiceSet(name, label, [...values, ...orUnknown], given)];
    }
    case 'yes-no':
      return [choiceSet(name, label, [['true', 'Yes'], ['false', 'No'], ...orUnknown], given)];
    case 'set': {
      const values = Object.entries(fact.values).map(([value, one]): [string, string] => [value, one.title]);
      return [choiceSet(name, label, [...values, [none, 'None of these']], given, true)];
    }
    case 'date':
      return [{ type: 'Input.Date', id: name, label, ...kept }];
    case 'instant': {
      const time = given[`${name}-time`];
      return [
        { type: 'Input.Date', id: name, label, ...kept },
        {
          type: 'Input.Time',
          id: `${name}-time`,
          label: `${label}: time of day`,
          ...(time !== undefined && { value: time }),
        },
      ];
    }
    case 'months':
      return [{ type: 'Input.Number', id: name, label: `${label} (months)`, min: 0, max: fact.max, ...kept }];
    case 'money':
      return [{ type: 'Input.Text', id: name, label: `${label}, such as 94.00 EUR`, maxLength: 40, ...kept }];
  }
}

function choiceSet(
  id: string,
  label: string,
  choices: [string, string][],
  given: Record<string, Json>,
  isMultiSelect = false,
): JsonObject {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    isMultiSelect,
    style: isMultiSelect ? 'expanded' : 'compact',
    wrap: true,
    placeholder: 'Not told yet',
    choices: choices.map(([value, name]) => ({ title: name, value })),
    ...(given[id] !== undefined && { value: given[id] }),
  };
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
