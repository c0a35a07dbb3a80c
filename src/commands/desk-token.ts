import { deskToken } from '../desk/page/token.ts';
import { defineCommand } from './command.ts';

/** `returns desk-token` */
export const deskTokenCommand = defineCommand({
  name: 'desk-token',
  summary: 'show the token that opens the desk',
  help: `returns desk-token

Prints the token that opens the desk at /desk and its API: that of DESK_TOKEN, else the one that was made at the first
start and is kept in DATA_DIR. Whoever has it can read every case.`,
  options: {},
  async run(_, context) {
    const { value } = await context.withCore(({ store }) => deskToken(store, context.config().deskToken));
    context.print(value);
    return 0;
  },
});
