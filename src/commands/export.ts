import { resolve } from 'node:path';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';
import { exportSubject } from './privacy/customer-export.ts';
import { writeExport } from './privacy/write-export.ts';

/** `returns export` */
export const exportCommand = defineCommand({
  name: 'export',
  summary: 'give a customer what is kept of them',
  help: `returns export --of <conversation | reference | e-mail> [--to <new folder>]

Prints as JSON what is kept of a customer: the messages, the answers, the orders they named, cases and how they were
settled, decisions, and registered returns; every conversation in which the e-mail address stands, or the one that has
the id, the reference or the return number. With --to a new folder gets the same as data.json, to be read as chat.txt, and
the files that the customer sent. Names of people at the shop are left out. Make sure that who asks is who they say.

  npm run --silent returns -- export --of anna@example.com --to /tmp/anna`,
  options: { of: { type: 'string' }, to: { type: 'string' } },
  async run({ values: { of, to } }, context) {
    if (of === undefined)
      throw new UsageError('Say whose with --of: a conversation, a reference or an e-mail address.');
    const { initCwd } = context.config();
    const exported = await context.withCore((core) => exportSubject(core, of));
    context.print(to === undefined ? exported.json : writeExport(exported, resolve(initCwd, to)));
    return 0;
  },
});
