import type { Facts } from '../../../policy/engine/facts.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { PolicyFile } from '../../../policy/format/schema.ts';
import { cut } from '../../case/excerpts.ts';
import { words } from '../../words/words.ts';
import { type Block, limits, option, plain } from '../card/blocks.ts';
import { type Input, inputIn, type SlackView } from '../events.ts';

type Fact = PolicyFile['facts'][string];

const UNKNOWN = 'unknown';
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
    ...facts.map(([id, fact]) => input(factBlock(policy, id), fact.label, elementOf(fact), hintOf(fact))),
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

/** Dates and figures have no room for "I don't know" in them. */
function needsUnknown(fact: Fact): boolean {
  return (fact.type === 'date' || fact.type === 'instant' || fact.type === 'months') && fact.unknown;
}

function hintOf(fact: Fact): string | undefined {
  if (fact.type === 'money') return words.check.money;
  return cut(fact.question, 500);
}

function elementOf(fact: Fact): object {
  switch (fact.type) {
    case 'choice':
      return select([...choicesOf(fact.values), ...(fact.unknown ? [option(words.check.notKnown, UNKNOWN)] : [])]);
    case 'yes-no':
      return select([
        option(words.check.yes, 'true'),
        option(words.check.no, 'false'),
        ...(fact.unknown ? [option(words.check.notKnown, UNKNOWN)] : []),
      ]);
    case 'set':
      return {
        type: 'multi_static_select',
        action_id: 'value',
        options: [option(words.check.noneOfThese, NONE), ...choicesOf(fact.values)],
      };
    case 'date':
      return { type: 'datepicker', action_id: 'value' };
    case 'instant':
      return { type: 'datetimepicker', action_id: 'value' };
    case 'months':
      return {
        type: 'number_input',
        action_id: 'value',
        is_decimal_allowed: false,
        min_value: '0',
        max_value: String(fact.max),
      };
    case 'money':
      return { type: 'plain_text_input', action_id: 'value', max_length: 40 };
  }
}

function select(options: object[]): object {
  return { type: 'static_select', action_id: 'value', options };
}

function choicesOf(values: Record<string, { title: string }>) {
  return Object.entries(values)
    .slice(0, limits.options - 1)
    .map(([value, { title }]) => option(title, value));
}

/** The facts as they were filled in; what is not answered is absent. */
export function factsIn(policy: Policy, view: SlackView): Facts {
  const { selected_options: unknown } = inputIn(view, `${policy.file.id} ${unknownBlock}`) ?? {};
  const untold = new Set((unknown ?? []).map(({ value }) => value));
  const told = Object.entries(policy.file.facts).map(([id, fact]): [string, unknown] => {
    const value = answerIn(fact, inputIn(view, factBlock(policy, id)));
    return [id, value ?? (untold.has(id) && needsUnknown(fact) ? UNKNOWN : undefined)];
  });
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

function answerIn(fact: Fact, given: Input | undefined): unknown {
  if (!given) return undefined;
  switch (fact.type) {
    case 'choice':
      return given.selected_option?.value;
    case 'yes-no': {
      const value = given.selected_option?.value;
      return value === 'true' ? true : value === 'false' ? false : value;
    }
    case 'set': {
      const values = (given.selected_options ?? []).map(({ value }) => value);
      return values.length ? values.filter((value) => value !== NONE) : undefined;
    }
    case 'date':
      return given.selected_date ?? undefined;
    case 'instant':
      return given.selected_date_time ? new Date(given.selected_date_time * 1_000).toISOString() : undefined;
    case 'months':
      return given.value ? Number(given.value) : undefined;
    case 'money':
      return given.value ? moneyIn(given.value) : undefined;
  }
}

/** What cannot be read stays as it is, for the policy to say what it expects. */
function moneyIn(text: string): unknown {
  const found = /^\s*(\d{1,15}(?:\.\d{1,15})?)\s*([A-Za-z]{3})\s*$/.exec(text);
  return found ? { amount: found[1], currency: found[2]?.toUpperCase() } : text;
}
