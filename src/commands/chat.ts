import { chat } from './chat/chat.ts';
import { createScreen } from './chat/screen.ts';
import { defineCommand } from './command.ts';

/** `returns chat` */
export const chatCommand = defineCommand({
  name: 'chat',
  summary: 'talk in the terminal, as on the website',
  help: `returns chat [--policy <id>] [--conversation <id>] [--new]

Talks in the terminal, as on the website: the same policy, the same orders, the same store in DATA_DIR. Answer with
the number of a choice or in your own words; "back", "help" or "talk to a human" work at any time. It goes on where
the last conversation under the policy was; --new starts afresh. Ctrl-D or Ctrl-C leaves, and every answer is kept.
What is piped in is one reply a line. NO_COLOR turns colours off. Run it with the settings of the server (PORT or
PUBLIC_URL), so that its form links open there.

  npm run --silent returns -- chat --policy fourteen-day-shop
  printf '%s\\n' 'I changed my mind' "I don't know" |
    npm run --silent returns -- chat --policy fourteen-day-shop --new`,
  options: { policy: { type: 'string' }, conversation: { type: 'string' }, new: { type: 'boolean' } },
  async run({ values }, context) {
    const { policy: policyId, conversation: conversationId, new: isNew = false } = values;
    const { dataDir } = context.config();
    return context.withCore(
      async ({ store, conversations, defaultPolicy }, log) => {
        const { input, output, signals } = context;
        const screen = createScreen({ input, output, signals, ...context.terminal() });
        const onFailure = (error: unknown) => log.error({ err: error }, 'message not saved');
        try {
          return await chat(
            { policyId, conversationId, isNew },
            { store, conversations, screen, dataDir, defaultPolicy, onFailure },
          );
        } finally {
          screen.leave();
        }
      },
      { isMade: true },
    );
  },
});
