import { UNKNOWN } from '../../../policy/engine/diagram/variable.ts';
import type { Facts } from '../../../policy/engine/facts.ts';
import type { Fact } from '../../../policy/fact-types/fact-types.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { cut } from '../../case/text/excerpts.ts';
import { hintOf, type InputOption, inputOf, needsUnknown, valueIn } from '../../check/fact-inputs.ts';
import { words } from '../../words/words.ts';
import { type Block, limits, option, plain } from '../card/blocks.ts';
import { type Input, inputIn, type SlackView } from '../events.ts';

const NONE = '~none';
const unknownBlock = 'not-known';

/** The block of a fact; policies share ids of facts, not their values. */
export function factBlock({ file }: Policy, fact: string): string {
  return `${file.id} ${fact}`;
}

/** An input for every fact of a policy, none of them required, and which facts the customer cannot tell. */
export function factInputs(policy: Policy): Block[] {
  const facts = Object.entries(policy.file.facts);
  const open = facts.filter(([, fact]) => needsUnknown(fact));
  const unknown = {
    type: 'multi_static_select',
    action_id: 'value',
    placeholder: plain(words.check.nothingOfThis, limits.placeholder),
    options: open.map(([id, { label }]) => option(label, id)),
  };
  return [
    ...facts.map(([id, fact]) => input(factBlock(policy, id), fact.label, elementOf(fact), cut(hintOf(fact), 500))),
    ...(open.length ? [input(`${policy.file.id} ${unknownBlock}`, words.check.notKnownToCustomer, unknown)] : []),
  ];
}

/** An optional input. */
export function input(block: string, label: string, element: object, hint?: string): Block {
  return {
    type: 'input',
    block_id: block,
    optional: true,
    label: plain(label, limits.label),
    ...(hint && { hint: plain(hint, limits.label) }),
    element,
  };
}

function elementOf(fact: Fact): object {
  const input = inputOf(fact);
  switch (input.kind) {
    case 'one':
      return { type: 'static_select', action_id: 'value', options: optionsOf(input.options) };
    case 'many':
      return {
        type: 'multi_static_select',
        action_id: 'value',
        options: [option(words.check.noneOfThese, NONE), ...optionsOf(input.options.slice(0, limits.options - 1))],
      };
    case 'day':
      return { type: 'datepicker', action_id: 'value' };
    case 'day-and-time':
      return { type: 'datetimepicker', action_id: 'value' };
    case 'number':
      return {
        type: 'number_input',
        action_id: 'value',
        is_decimal_allowed: input.decimals > 0,
        min_value: String(input.min),
        max_value: String(input.max),
      };
    case 'text':
      return { type: 'plain_text_input', action_id: 'value', max_length: input.maxLength };
  }
}

function optionsOf(options: InputOption[]) {
  // The last one may be "not known", which has to stay.
  const left =
    options.length <= limits.options ? options : [...options.slice(0, limits.options - 1), ...options.slice(-1)];
  return left.map(({ value, title }) => option(title, value));
}

/** The facts as they were filled in; what is not answered is absent. */
export function factsIn(policy: Policy, view: SlackView): Facts {
  const { selected_options: unknown } = inputIn(view, `${policy.file.id} ${unknownBlock}`) ?? {};
  const unknownFacts = new Set((unknown ?? []).map(({ value }) => value));
  const given = Object.entries(policy.file.facts).map(([id, fact]): [string, unknown] => {
    const given = givenIn(fact, inputIn(view, factBlock(policy, id)));
    return [
      id,
      given === undefined ? (unknownFacts.has(id) && needsUnknown(fact) ? UNKNOWN : undefined) : valueIn(fact, given),
    ];
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function givenIn(fact: Fact, given: Input | undefined): string | string[] | undefined {
  switch (inputOf(fact).kind) {
    case 'one':
      return given?.selected_option?.value;
    case 'many': {
      const values = (given?.selected_options ?? []).map(({ value }) => value);
      return values.length ? values.filter((value) => value !== NONE) : undefined;
    }
    case 'day':
      return given?.selected_date ?? undefined;
    case 'day-and-time':
      return given?.selected_date_time ? new Date(given.selected_date_time * 1_000).toISOString() : undefined;
    case 'number':
    case 'text':
      return given?.value || undefined;
  }
}
