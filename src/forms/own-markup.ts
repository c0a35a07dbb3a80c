import type { Words } from '../dialogs/wording/catalog/words.ts';
import type { Html } from '../http/pages/templates.ts';
import type { OwnField } from '../policy/format/form-schema.ts';
import type { AskedField } from './fields.ts';
import { choicesOf, type Filled, inputOf } from './inputs.ts';

/** A text longer than this has several lines to be written in. */
const longestLine = 200;

/** One field of the shop's own, in its words. */
export function ownFieldOf(words: Words, { field, clause }: AskedField, own: OwnField, filled: Filled): Html {
  const { required: isRequired } = own;
  const label = isRequired ? own.label : words.say('form.field.optional', { label: own.label });
  const shown = { field, label, hint: [own.hint, clause].filter(Boolean).join(' '), isRequired };
  const choices = choicesIn(words, own);
  return choices ? choicesOf(choices, shown, filled) : inputOf(templateOf(own), shown, filled);
}

function choicesIn(words: Words, own: OwnField): { value: string; title: string }[] | undefined {
  if (own.type === 'choice') return Object.entries(own.values).map(([value, { title }]) => ({ value, title }));
  if (own.type !== 'yes-no') return undefined;
  return (['yes', 'no'] as const).map((value) => ({ value, title: words.say(`button.${value}`) }));
}

const templates = {
  date: '<input id="{{field}}" name="{{field}}" value="{{value}}" type="date" {{more}}>',
  number:
    '<input id="{{field}}" name="{{field}}" value="{{value}}" inputmode="decimal" maxlength="20" autocomplete="off" {{more}}>',
  line: '<input id="{{field}}" name="{{field}}" value="{{value}}" autocomplete="off" {{more}}>',
  // The line break after the tag is the tag's own; without it a leading break of the text would get lost.
  lines: '<textarea id="{{field}}" name="{{field}}" rows="5" {{more}}>\n{{value}}</textarea>',
};

function templateOf(own: OwnField): string {
  if (own.type === 'date' || own.type === 'number') return templates[own.type];
  return own.type === 'text' && own.maxLength > longestLine ? templates.lines : templates.line;
}
