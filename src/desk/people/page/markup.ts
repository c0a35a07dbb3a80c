import { fill, Html, join } from '../../../http/pages/templates.ts';

/** A form of the page for people that sends one step of this name. */
export interface StepForm {
  /** Leads from the page's address to `/`. */
  root: string;
  csrf: string;
  step: string;
  /** Values that are sent along. */
  values?: Record<string, string>;
  /** What is to be filled in. */
  fields?: Html[];
  button: string;
  /** What a screen reader says, where the button alone does not tell whom it is about. */
  label?: string;
  isMain?: boolean;
}

/** The markup of a form with one button. */
export function stepForm(form: StepForm): Html {
  const { root, csrf, step, values = {}, fields = [], button, label = button, isMain = false } = form;
  const hidden = Object.entries({ ...values, csrf }).map(([name, value]) =>
    fill('<input type="hidden" name="{{name}}" value="{{value}}">', { name, value }),
  );
  return fill(
    '<form method="post" action="{{root}}desk/people/{{step}}">{{hidden}}{{fields}}<button{{main}} aria-label="{{label}}">{{button}}</button></form>',
    {
      ...{ root, step, button, label, hidden: join(hidden), fields: join(fields) },
      main: new Html(isMain ? ' class="primary"' : ''),
    },
  );
}

/** A labelled input; `attributes` are ours, never anybody's text. */
export function field(label: string, attributes: string): Html {
  return fill('<label>{{label}}<input {{attributes}}></label>', { label, attributes: new Html(attributes) });
}

/** A choice among named values; without a visible label it has one for screen readers. */
export function choice(
  label: string,
  name: string,
  options: { value: string; title: string }[],
  chosen?: string,
): Html {
  const all = options.map(({ value, title }) =>
    fill('<option value="{{value}}"{{chosen}}>{{title}}</option>', {
      ...{ value, title },
      chosen: new Html(value === chosen ? ' selected' : ''),
    }),
  );
  return fill('<select name="{{name}}" aria-label="{{label}}">{{options}}</select>', {
    ...{ name, label },
    options: join(all),
  });
}

/** A part of the page under a heading. */
export function section(id: string, heading: string, content: Html[]): Html {
  return fill('<section aria-labelledby="{{id}}"><h2 id="{{id}}">{{heading}}</h2>{{content}}</section>\n', {
    ...{ id, heading },
    content: join(content),
  });
}

/** A paragraph. */
export function paragraph(text: string, kind = ''): Html {
  return fill('<p class="{{kind}}">{{text}}</p>', { text, kind });
}

/** A list, one item each. */
export function list(items: Html[]): Html {
  return fill('<ul>{{items}}</ul>', { items: join(items.map((item) => fill('<li>{{item}}</li>', { item }))) });
}
