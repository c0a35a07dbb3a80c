import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';
import { eraseSubject } from './privacy/erase.ts';

/** `returns erase` */
export const eraseCommand = defineCommand({
  name: 'erase',
  summary: "delete a customer's data, or say what would go",
  help: `returns erase <conversation | reference | e-mail> [--yes]

Says what is kept of a customer: every conversation in which the e-mail address stands, or the one that has the id, the
reference or the return number. With --yes all of it is deleted: messages, answers, files, cases, decisions, and what
waits to be sent; nothing of it is left in the database. Registered returns stay by their number, item and decision, for
RETENTION_RETURNS_DAYS. What desks show elsewhere (Slack, Teams, Chatwoot) is listed, to be deleted there; backups that
were made before still have everything.

  npm run --silent returns -- erase anna@example.com
  npm run --silent returns -- erase K7M2-9QXD --yes`,
  options: { yes: { type: 'boolean' } },
  takesWords: true,
  async run({ values, positionals: [subject, ...more] }, context) {
    if (subject === undefined || more.length > 0)
      throw new UsageError('Give a conversation, a reference or an e-mail address.');
    const { retention } = context.config();
    const options = { isDryRun: !values.yes, returnsDays: retention.returns, now: new Date() };
    context.print(await context.withCore(({ store }) => eraseSubject(store, subject, options)));
    return 0;
  },
});
