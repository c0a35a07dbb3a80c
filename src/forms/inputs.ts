import { fill, Html, join } from '../http/pages/templates.ts';
import type { Mistakes } from './fields.ts';

/** The state of a form's fields: what was filled in before, and what was wrong with it. */
export interface Filled {
  values: URLSearchParams;
  mistakes: Mistakes;
}

/** The same piece for every value. */
export function each<T extends Record<string, string | Html>>(template: string, values: T[]): Html {
  return join(values.map((one) => fill(template, one)));
}

/** The mistake in one field, beside it. */
export function mistakeOf(field: string, { mistakes }: Pick<Filled, 'mistakes'>): Html {
  const mistake = mistakes[field];
  return mistake === undefined
    ? new Html('')
    : fill('<span class="form-mistake" id="{{field}}-mistake">{{mistake}}</span>', { field, mistake });
}

/** A field as a page shows it. */
export interface ShownField {
  field: string;
  label: string;
  hint: string;
  /** The browser does not send the form without it. */
  isRequired: boolean;
}

/** A field to type into; `template` is its input, with places for `field`, `value` and `more`. */
export function inputOf(template: string, { field, label, hint, isRequired }: ShownField, filled: Filled): Html {
  const isWrong = filled.mistakes[field] !== undefined;
  const more = new Html(
    `aria-describedby="${field}-hint${isWrong ? ` ${field}-mistake` : ''}"${isWrong ? ' aria-invalid="true"' : ''}${isRequired ? ' required' : ''}`,
  );
  return fill(
    '<div class="form-field"><label for="{{field}}">{{label}}</label><p class="form-hint" id="{{field}}-hint">{{hint}}</p>{{mistake}}{{input}}</div>',
    {
      field,
      label,
      hint,
      mistake: mistakeOf(field, filled),
      input: fill(template, { field, value: filled.values.get(field) ?? '', more }),
    },
  );
}

/** A field of which one choice is taken. */
export function choicesOf(
  choices: { value: string; title: string }[],
  { field, label, hint, isRequired }: ShownField,
  filled: Filled,
): Html {
  const options = choices.map(({ value, title }, i) => ({
    ...{ field, value, title, required: isRequired ? 'required' : '' },
    id: i === 0 ? field : `${field}-${value}`,
    checked: filled.values.get(field) === value ? 'checked' : '',
  }));
  return fill(
    '<fieldset class="form-field" aria-describedby="{{field}}-hint {{field}}-mistake"><legend>{{label}}</legend><p class="form-hint" id="{{field}}-hint">{{hint}}</p>{{mistake}}{{options}}</fieldset>',
    {
      ...{ field, label, hint },
      mistake: mistakeOf(field, filled),
      options: each(
        '<label class="form-choice" for="{{id}}"><input type="radio" id="{{id}}" name="{{field}}" value="{{value}}" {{required}} {{checked}}><span>{{title}}</span></label>',
        options,
      ),
    },
  );
}
