import type { Words } from '../dialogs/wording/catalog/words.ts';
import { fill, Html } from '../http/pages/templates.ts';
import type { AskedField, Mistakes } from './fields.ts';
import { choicesOf, each, type Filled, inputOf } from './inputs.ts';
import { ownFieldOf } from './own-markup.ts';
import type { Row } from './rows.ts';

/** The known facts, label and value. */
export function rowList(rows: Row[]): Html {
  return each(
    '<div><dt>{{label}}</dt><dd>{{value}}</dd></div>',
    rows.map(({ label, value }) => ({ label, value })),
  );
}

/** One question of a form, with its hint and what was wrong with the last answer. */
export function fieldOf(words: Words, asked: AskedField, filled: Filled, refundMethod: string): Html {
  if (asked.own) return ownFieldOf(words, asked, asked.own, filled);
  return asked.field === 'refundMethod'
    ? methodOf(words, asked, filled, refundMethod)
    : textOf(words, asked.field, asked, filled);
}

/** The mistakes, each with a link to its field. */
export function mistakeList(words: Words, mistakes: Mistakes): Html {
  const entries = Object.entries(mistakes).map(([field, mistake]) => ({ field, mistake }));
  if (entries.length === 0) return new Html('');
  const items = each('<li><a href="#{{field}}">{{mistake}}</a></li>', entries);
  const list = '<div class="form-mistakes" role="alert"><p>{{say mistake.lead}}</p><ul>{{items}}</ul></div>';
  return fill(list, { items }, words);
}

const inputs = {
  orderNumber: '<input id="{{field}}" name="{{field}}" value="{{value}}" maxlength="40" autocomplete="off" {{more}}>',
  serialNumber:
    '<input id="{{field}}" name="{{field}}" value="{{value}}" maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false" {{more}}>',
  // The line break after the tag is the tag's own; without it a leading break of the text would get lost.
  defect: '<textarea id="{{field}}" name="{{field}}" rows="5" maxlength="2000" {{more}}>\n{{value}}</textarea>',
};

function textOf(words: Words, field: keyof typeof inputs, asked: AskedField, filled: Filled): Html {
  const hint = [words.say(`form.${field}.hint`), asked.clause].filter(Boolean).join(' ');
  return inputOf(
    inputs[field],
    { field, label: words.say(`form.${field}`), hint, isRequired: field !== 'orderNumber' },
    filled,
  );
}

function methodOf(words: Words, { field, clause = '' }: AskedField, filled: Filled, legend: string): Html {
  const choices = (['original', 'credit'] as const).map((value) => ({
    value,
    title: words.say(`form.refundMethod.${value}`),
  }));
  return choicesOf(choices, { field, label: legend, hint: clause, isRequired: true }, filled);
}
