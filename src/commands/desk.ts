import { examineAll } from '../desk/doctor/doctor.ts';
import { words } from '../desk/words/words.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';

/** `returns desk` */
export const deskCommand = defineCommand({
  name: 'desk',
  summary: 'try the connections to Slack, Teams, Chatwoot and webhooks',
  help: `returns desk doctor

Tries each connection that is set up, and says in one line what is wrong with it: Slack's token and channel, the bot's
registration and the channel in Teams, Chatwoot's token and inbox, the address of webhooks. Nothing is posted anywhere.
Ends with 1 if something is wrong.

  npm run --silent returns -- desk doctor`,
  options: {},
  takesWords: true,
  async run({ positionals }, context) {
    if (positionals.length !== 1 || positionals[0] !== 'doctor') throw new UsageError('Say returns desk doctor.');
    const findings = await examineAll(await context.connections());
    if (findings.length === 0) context.print(words.doctor.none);
    for (const { line } of findings) context.print(line);
    return findings.every(({ works }) => works) ? 0 : 1;
  },
});
