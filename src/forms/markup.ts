import type { Words } from '../dialogs/wording/catalog/words.ts';
import { fill, Html, join } from '../http/pages/templates.ts';
import type { FormResolution } from '../policy/format/schema.ts';
import type { AskedField, Mistakes } from './fields.ts';
import type { Row } from './rows.ts';

/** The state of a form's fields: what was filled in before, and what was wrong with it. */
export interface Filled {
  values: URLSearchParams;
  mistakes: Mistakes;
}

/** The same piece for every value. */
export function each<T extends Record<string, string | Html>>(template: string, values: T[]): Html {
  return join(values.map((one) => fill(template, one)));
}

/** The known facts, label and value. */
export function rowList(rows: Row[]): Html {
  return each(
    '<div><dt>{{label}}</dt><dd>{{value}}</dd></div>',
    rows.map(({ label, value }) => ({ label, value })),
  );
}

/** One question of a form, with its hint and what was wrong with the last answer. */
export function fieldOf(words: Words, asked: AskedField, filled: Filled, resolution: FormResolution): Html {
  return asked.field === 'refundMethod'
    ? choiceOf(words, asked, filled, words.say(`form.${resolution}.refundMethod`))
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

/** The mistake in one field, beside it. */
export function mistakeOf(field: keyof Mistakes, { mistakes }: Pick<Filled, 'mistakes'>): Html {
  const mistake = mistakes[field];
  return mistake === undefined
    ? new Html('')
    : fill('<span class="form-mistake" id="{{field}}-mistake">{{mistake}}</span>', { field, mistake });
}

const inputs = {
  orderNumber: '<input id="{{field}}" name="{{field}}" value="{{value}}" maxlength="40" autocomplete="off" {{more}}>',
  serialNumber:
    '<input id="{{field}}" name="{{field}}" value="{{value}}" maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false" required {{more}}>',
  // The line break after the tag is the tag's own; without it a leading break of the text would get lost.
  defect:
    '<textarea id="{{field}}" name="{{field}}" rows="5" maxlength="2000" required {{more}}>\n{{value}}</textarea>',
};

function textOf(words: Words, field: keyof typeof inputs, { clause }: AskedField, filled: Filled): Html {
  const isWrong = filled.mistakes[field] !== undefined;
  const more = new Html(
    `aria-describedby="${field}-hint${isWrong ? ` ${field}-mistake` : ''}"${isWrong ? ' aria-invalid="true"' : ''}`,
  );
  return fill(
    '<div class="form-field"><label for="{{field}}">{{label}}</label><p class="form-hint" id="{{field}}-hint">{{hint}}</p>{{mistake}}{{input}}</div>',
    {
      field,
      label: words.say(`form.${field}`),
      hint: [words.say(`form.${field}.hint`), clause].filter(Boolean).join(' '),
      mistake: mistakeOf(field, filled),
      input: fill(inputs[field], { field, value: filled.values.get(field) ?? '', more }),
    },
  );
}

function choiceOf(words: Words, { field, clause = '' }: AskedField, filled: Filled, legend: string): Html {
  const options = (['original', 'credit'] as const).map((value, i) => ({
    field,
    id: i === 0 ? field : `${field}-${value}`,
    value,
    title: words.say(`form.refundMethod.${value}`),
    checked: filled.values.get(field) === value ? 'checked' : '',
  }));
  return fill(
    '<fieldset class="form-field" aria-describedby="{{field}}-hint {{field}}-mistake"><legend>{{legend}}</legend><p class="form-hint" id="{{field}}-hint">{{clause}}</p>{{mistake}}{{options}}</fieldset>',
    {
      field,
      legend,
      clause,
      mistake: mistakeOf(field, filled),
      options: each(
        '<label class="form-choice" for="{{id}}"><input type="radio" id="{{id}}" name="{{field}}" value="{{value}}" required {{checked}}><span>{{title}}</span></label>',
        options,
      ),
    },
  );
}
