import { instantAt, isIsoDate } from '../../../policy/calendar.ts';
import type { Facts } from '../../../policy/engine/facts.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { Fact } from '../../../policy/format/schema.ts';
import type { Json, JsonObject } from '../../../store/store.ts';
import { type InputOption, inputOf, labelOf, needsUnknown, valueIn } from '../../check/fact-inputs.ts';
import { fillIn, words } from '../../words/words.ts';

/** Ids of inputs begin so, since a card's inputs and a button's own data come as one object. */
const prefix = 'fact-';
/** An empty box is no answer; this one says that nothing of a list applies. */
const none = 'none';
const notKnown = 'not-known';

/** An input for every fact, and which of those that are typed the customer does not know. */
export function factInputs({ facts }: Policy['file'], given: Record<string, Json>): JsonObject[] {
  const all = Object.entries(facts);
  const unknownFacts = all.flatMap(([id, fact]) => (needsUnknown(fact) ? [{ value: id, title: fact.label }] : []));
  return [
    ...all.flatMap(([id, fact]) => inputsOf(prefix + id, fact, given)),
    ...(unknownFacts.length ? [choiceSet(notKnown, words.check.notKnownToCustomer, unknownFacts, given, true)] : []),
  ];
}

/** The facts that a form's inputs tell; what cannot be read is left for the policy to refuse. */
export function factsIn({ file }: Policy, inputs: Record<string, Json>): Facts {
  const unknown = String(inputs[notKnown] ?? '').split(',');
  return Object.fromEntries(
    Object.entries(file.facts).flatMap(([id, fact]) => {
      if (unknown.includes(id)) return [[id, 'unknown']];
      const given = givenIn(prefix + id, fact, inputs, file.timeZone);
      return given === undefined ? [] : [[id, valueIn(fact, given)]];
    }),
  );
}

function givenIn(
  name: string,
  fact: Fact,
  inputs: Record<string, Json>,
  timeZone: string,
): string | string[] | undefined {
  const given = String(inputs[name] ?? '').trim();
  if (given === '') return undefined;
  const { kind } = inputOf(fact);
  if (kind === 'many') return given.split(',').filter((member) => member !== none);
  const time = kind === 'day-and-time' ? String(inputs[`${name}-time`] ?? '') : '';
  return isIsoDate(given) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantAt(given, time, timeZone) : given;
}

function inputsOf(id: string, fact: Fact, given: Record<string, Json>): JsonObject[] {
  const input = inputOf(fact);
  const label = labelOf(fact);
  const kept: JsonObject = given[id] === undefined ? {} : { value: given[id] };
  switch (input.kind) {
    case 'one':
      return [choiceSet(id, label, input.options, given)];
    case 'many':
      return [choiceSet(id, label, [...input.options, { value: none, title: words.check.noneOfThese }], given, true)];
    case 'day':
      return [{ type: 'Input.Date', id, label, ...kept }];
    case 'day-and-time': {
      const time = given[`${id}-time`];
      const ofTime = { id: `${id}-time`, label: fillIn(words.check.timeOfDay, { label }) };
      return [
        { type: 'Input.Date', id, label, ...kept },
        { type: 'Input.Time', ...ofTime, ...(time !== undefined && { value: time }) },
      ];
    }
    case 'number':
      return [{ type: 'Input.Number', id, label, min: input.min, max: input.max, ...kept }];
    case 'text':
      return [{ type: 'Input.Text', id, label, maxLength: input.maxLength, ...kept }];
  }
}

/** A choice among values with their titles; what was given for it is chosen. */
export function choiceSet(
  id: string,
  label: string,
  choices: InputOption[],
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
    placeholder: words.check.notAnsweredYet,
    choices: choices.map(({ value, title }) => ({ title, value })),
    ...(given[id] !== undefined && { value: given[id] }),
  };
}
