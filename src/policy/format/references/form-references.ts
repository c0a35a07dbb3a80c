import { formFieldSchema } from '../form-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import type { Condition, PolicyFile } from '../schema.ts';

/** Names that the form uses itself. */
const taken: ReadonlySet<string> = new Set([
  ...formFieldSchema.options,
  ...['orderNumber', 'accept', 'formToken', 'name', 'password'],
]);

/** Checks a condition and reports its mistakes, each under a path. */
type CheckCondition = (condition: Condition, path: PropertyKey[]) => void;

/** Mistakes in the fields of the shop's own and in what forms ask for. */
export function formProblems(file: PolicyFile, checkCondition: CheckCondition): PathProblem[] {
  const { logIn, ...forms } = file.forms;
  const clauses = Object.keys(file.clauses);
  const own = Object.keys(file.formFields);
  const places = [
    ...Object.entries(forms).map(([resolution, form]) => ({ place: ['forms', resolution], form })),
    ...Object.entries(file.outcomes).flatMap(([id, { form }]) =>
      form ? [{ place: ['outcomes', id, 'form'], form }] : [],
    ),
  ];
  const inForm = places.flatMap(({ place, form }) =>
    form.ask.flatMap(({ field, clause }, i): PathProblem[] => {
      const path = [...place, 'ask', i];
      const isTwice = form.ask.findIndex((one) => one.field === field) < i;
      return [
        ...missing([...path, 'field'], 'field', field, [...formFieldSchema.options, ...own]),
        ...missing([...path, 'clause'], 'clause', clause, clauses),
        ...(isTwice ? [{ path: [...path, 'field'], message: `"${field}" is asked twice` }] : []),
      ];
    }),
  );
  const fields = Object.entries(file.formFields).flatMap(([id, field]): PathProblem[] => {
    checkCondition(field.when ?? {}, ['formFields', id, 'when']);
    return [
      ...(taken.has(id)
        ? [{ path: ['formFields', id], message: `"${id}" is a field already; choose another id` }]
        : []),
      ...rangeProblems(id, field),
    ];
  });
  return [...missing(['forms', 'logIn'], 'clause', logIn, clauses), ...inForm, ...fields];
}

function rangeProblems(id: string, field: PolicyFile['formFields'][string]): PathProblem[] {
  const { min, max } = field.type === 'number' ? field : {};
  if (min === undefined || max === undefined || min <= max) return [];
  return [{ path: ['formFields', id, 'min'], message: 'expected a min that is not above max' }];
}

function missing(path: PropertyKey[], what: string, name: string | undefined, known: string[]): PathProblem[] {
  if (name === undefined || known.includes(name)) return [];
  return [{ path, message: `there is no ${what} "${name}"; expected one of ${known.join(', ')}` }];
}
