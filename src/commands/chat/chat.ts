import { randomUUID } from 'node:crypto';
import { type ChatChoice, type ChoiceDeps, channel, chooseConversation } from './choice.ts';
import { rememberConversation } from './last-conversation.ts';
import { replyLines } from './message.ts';
import type { Screen } from './screen.ts';
import { styled } from './style.ts';
import { createView, userId, type View } from './view.ts';
import { wrap } from './wrap.ts';

export interface ChatDeps extends ChoiceDeps {
  screen: Screen;
  /** Called with a message that could not be saved. */
  onFailure(error: unknown): void;
}

/** The longest message a customer may write, as on the website. */
const textLimitBytes = 8 * 1024;
/** Other processes write to the same store: the server when a form is submitted, people who answer. */
const lookAgainMs = 700;

/** Talks until the end of input; resolves to the exit code. Throws UsageError where the choice cannot be followed. */
export async function chat(choice: ChatChoice, deps: ChatDeps): Promise<number> {
  const { store, conversations, screen, dataDir } = deps;
  const { id, policyId } = await chooseConversation(choice, deps);
  const { created } = await conversations.open({ id, channel, policyId, userId });
  rememberConversation(dataDir, policyId, id);

  const view = createView(id, store, screen);
  screen.print(
    wrap(`Conversation ${id}, policy ${policyId}. Ctrl-D leaves; every answer is kept.`, screen.width()).map((line) =>
      styled('dim', line),
    ),
  );
  await view.begin(created);
  const stop = follow(id, view, deps);
  const isGood = await talk(id, view, deps);
  await stop();
  screen.print([
    '',
    'Every answer is kept. Come back with:',
    `  npm run --silent returns -- chat --policy ${policyId}`,
  ]);
  return isGood ? 0 : 1;
}

/** Shows messages as they come, whoever writes them; returns the function that ends it. */
function follow(id: string, view: View, { conversations, screen }: ChatDeps): () => Promise<void> {
  const waiting = (): void => {
    if (screen.isTerminal) screen.print([styled('dim', 'Looking that up …')]);
  };
  const unsubscribe = conversations.subscribe(id, view.update, waiting);
  const timer = setInterval(view.update, lookAgainMs);
  return async () => {
    clearInterval(timer);
    unsubscribe();
    await view.update();
  };
}

/** One turn a line; returns true if all of them were saved. */
async function talk(id: string, view: View, deps: ChatDeps): Promise<boolean> {
  const { screen } = deps;
  for (let line = await screen.ask(); line; line = await screen.ask()) {
    if (line.text.trim() === '') continue;
    if (!line.typed) screen.print(replyLines(line.text, screen.width()));
    if (Buffer.byteLength(line.text) > textLimitBytes) {
      screen.print(['', `A message has at most ${textLimitBytes / 1024} KB, so this one was not sent.`]);
      continue;
    }
    const isSaved = await send(id, view.meaningOf(line.text), view, deps);
    if (isSaved) continue;
    screen.print(['', 'Sorry, that could not be saved. Your answers so far are kept; please send it again.']);
    // The next line of a pipe answers a question that was never asked.
    if (!screen.isTerminal) return false;
  }
  return true;
}

async function send(id: string, text: string, view: View, { conversations, onFailure }: ChatDeps): Promise<boolean> {
  const key = randomUUID();
  view.skip(key);
  const from = { id: userId, role: 'user' };
  const activity = { type: 'message', text, from, channelData: { clientActivityID: key } };
  try {
    const turn = await conversations.receive({ conversationId: id, key, activity });
    await view.update();
    return turn !== undefined;
  } catch (error) {
    onFailure(error);
    return false;
  }
}
