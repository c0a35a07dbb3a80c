import { defineCommand } from './command.ts';
import { chosenPolicy, UsageError } from './input/options.ts';
import { isPageForm, pageForms } from './show/forms.ts';
import { pageOf } from './show/page.ts';

/** `returns show` */
export const showCommand = defineCommand({
  name: 'show',
  summary: 'tell a policy as prose, clause by clause',
  help: `returns show [<id, file or folder>] [--as text|markdown|html] [--today YYYY-MM-DD]

Tells what a policy says, for an owner, a lawyer or an agent: what is asked, how long periods are, each clause with its
text, the sentences of the source that it comes from, the decisions that it counts for and the customers who show it, and
all decisions in their order. Conditions are told by the titles and labels that customers read.

  npm run --silent returns -- show policies/equipment-shop --as html > equipment-shop.html`,
  options: { as: { type: 'string' }, today: { type: 'string' } },
  takesWords: true,
  async run({ values, positionals }, context) {
    const [name, ...others] = positionals;
    if (others.length > 0) throw new UsageError('Name one policy at a time.');
    const form = values.as ?? 'text';
    if (!isPageForm(form)) throw new UsageError(`--as is one of ${Object.keys(pageForms).join(', ')}, not "${form}".`);
    const policy = chosenPolicy(name, context.config(), values);
    context.output.write(pageForms[form](policy.file.name, pageOf(policy)));
    return 0;
  },
});
