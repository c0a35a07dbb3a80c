import { instantAt, isIsoDate } from '../../../policy/calendar.ts';
import type { Facts } from '../../../policy/engine/facts.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { Fact } from '../../../policy/format/schema.ts';
import type { Json, JsonObject } from '../../../store/store.ts';
import { fillIn, words } from '../../words/words.ts';

/** Ids of inputs begin so, since a card's inputs and a button's own data come as one object. */
const prefix = 'fact-';
/** An empty box is no answer; this one says that nothing of a list applies. */
const none = 'none';
const notKnown = 'not-known';

/** An input for every fact, and which of those that are typed the customer does not know. */
export function factInputs({ facts }: Policy['file'], given: Record<string, Json>): JsonObject[] {
  const all = Object.entries(facts);
  const untold = all.flatMap(([id, fact]): [string, string][] =>
    isTyped(fact) && 'unknown' in fact && fact.unknown ? [[id, fact.label]] : [],
  );
  return [
    ...all.flatMap(([id, fact]) => inputsOf(id, fact, given)),
    ...(untold.length ? [choiceSet(notKnown, words.check.notKnownToCustomer, untold, given, true)] : []),
  ];
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
      return given === 'true' || (given === 'false' ? false : given);
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
  const orUnknown: [string, string][] = 'unknown' in fact && fact.unknown ? [['unknown', words.check.notKnown]] : [];
  switch (fact.type) {
    case 'choice': {
      const values = Object.entries(fact.values).map(([value, one]): [string, string] => [value, one.title]);
      return [choiceSet(name, label, [...values, ...orUnknown], given)];
    }
    case 'yes-no':
      return [choiceSet(name, label, [['true', words.check.yes], ['false', words.check.no], ...orUnknown], given)];
    case 'set': {
      const values = Object.entries(fact.values).map(([value, one]): [string, string] => [value, one.title]);
      return [choiceSet(name, label, [...values, [none, words.check.noneOfThese]], given, true)];
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
          label: fillIn(words.check.timeOfDay, { label }),
          ...(time !== undefined && { value: time }),
        },
      ];
    }
    case 'months':
      return [
        {
          type: 'Input.Number',
          id: name,
          label: fillIn(words.check.months, { label }),
          min: 0,
          max: fact.max,
          ...kept,
        },
      ];
    case 'money':
      return [
        { type: 'Input.Text', id: name, label: fillIn(words.check.moneyFact, { label }), maxLength: 40, ...kept },
      ];
  }
}

/** A choice among values with their titles; what was given for it is chosen. */
export function choiceSet(
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
    placeholder: words.check.notToldYet,
    choices: choices.map(([value, name]) => ({ title: name, value })),
    ...(given[id] !== undefined && { value: given[id] }),
  };
}
