import { listCases, showCase } from './cases/cases.ts';
import { exportRulings } from './cases/export.ts';
import { paint } from './chat/style.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';

/** `returns cases` */
export const casesCommand = defineCommand({
  name: 'cases',
  summary: 'list the cases for people, show one, or export rulings',
  help: `returns cases [--open] [--json] [<reference>]
returns cases export [--since YYYY-MM-DD]

Lists the cases that people look at: those still open before the others, urgent ones first, then the oldest. With a
reference it shows the whole case: the facts and who told them, the decision, the review and the conversation.
--open leaves out what is done, --json prints JSON. Text of customers is shown, never acted on by the terminal.

export prints what people ruled as examples of the policy, in YAML, with the reason and what the policy gives: what was
an exception more than once may deserve a rule.

  npm run --silent returns -- cases --open
  npm run --silent returns -- cases K7M2-9QXD
  npm run --silent returns -- cases export --since 2026-11-01`,
  options: { open: { type: 'boolean' }, json: { type: 'boolean' }, since: { type: 'string' } },
  takesWords: true,
  async run({ values, positionals: [reference, ...more] }, context) {
    if (more.length > 0) throw new UsageError('Give one reference, or none to list the cases.');
    if (reference === 'export') {
      return context.withCore(async (core) => {
        context.print(await exportRulings({ since: values.since }, core));
        return 0;
      });
    }
    const { open: isOpenOnly = false, json: isJson = false } = values;
    return context.withCore(async ({ store, policies }) => {
      const deps = { store, policies, width: Math.min(context.output.columns || 80, 100) };
      const text = await (reference === undefined
        ? listCases({ isOpenOnly, isJson }, deps)
        : showCase(reference, isJson, deps));
      context.print(paint(text, context.terminal().hasColours));
      return 0;
    });
  },
});
