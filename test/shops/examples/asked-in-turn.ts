import type { Policy } from '../../../src/policy/format/load.ts';
import { type Said, talkTo } from '../customers/talk.ts';

/** A chat: the first message, then a reply to each question by its id, until the decision; what was asked, and what was said. */
export function askedInTurn(policy: Policy, today: string, opening: string, replies: Record<string, string>) {
  const talk = talkTo({ policy, language: 'en', today, lookUps: { orders: false, warranties: 'never' } });
  talk.writes(opening);
  const asked: string[] = [];
  for (let said: Said = talk.said(); said.kind === 'question'; said = talk.said()) {
    const id = String(said.id);
    const reply = id === 'confirm' ? 'yes' : replies[id];
    if (reply === undefined || asked.includes(id)) throw new Error(`no use for ${JSON.stringify(said)}`);
    asked.push(id);
    talk.writes(reply);
  }
  return { asked, said: talk.said() };
}
