import { randomUUID } from 'node:crypto';
import { newChannelChat } from './channel-chat.ts';
import { Findings } from './findings.ts';
import { startFleet } from './fleet.ts';
import type { Place } from './places.ts';
import { startReceiver } from './receiver.ts';
import { watchSocket } from './socket-watch.ts';
import { checkStored } from './stored.ts';
import { checkTranscript } from './transcript.ts';
import { type Acknowledged, openWebsiteChat } from './website-chat.ts';

/**
 * Two processes on one database: so many messages at once in one conversation, to both in turn, and then one message
 * four times at once to both, on either channel.
 */
export async function runCrowd(place: Place & { url: string }, messages: number): Promise<Findings> {
  const findings = new Findings();
  const receiver = await startReceiver(findings);
  const fleet = await startFleet(2, place.settings);
  const { nextBase, members } = fleet;
  try {
    const chat = await openWebsiteChat(nextBase, findings);
    const sockets = members.map(({ base }) => watchSocket(chat, () => base, findings));
    const crowd = Array.from({ length: messages }, (_, index) => chat.say(`hello ${index}`));
    const repeats = fourTimes(() => chat.say('It does not work properly', 'the same'));
    const [first, ...others] = await repeats;
    const sent: Acknowledged[] = [...(await Promise.all(crowd)), ...(first ? [first] : [])];
    for (const { id } of others) if (id !== first?.id) findings.fault('doubled', `${id} beside ${first?.id}`);
    const all = await chat.all();
    checkTranscript(all, sent, findings, false);
    for (const socket of sockets) {
      await socket.until(all.length);
      socket.end();
    }
    await askFourTimes(newChannelChat(nextBase, receiver.serviceUrl, findings), findings);
    await checkStored(place, findings);
  } finally {
    await fleet.stop();
    await receiver.close();
  }
  return findings;
}

/** The same message in the same moment has the same replies, word for word, whoever answers. */
async function askFourTimes(chat: ReturnType<typeof newChannelChat>, findings: Findings): Promise<void> {
  await chat.ask('hello', randomUUID());
  const id = randomUUID();
  const answers = await fourTimes(() => chat.ask('It does not work properly', id));
  const texts = new Set(answers.map((answer) => JSON.stringify(answer)));
  if (texts.size > 1 || answers[0]?.length === 0) findings.fault('doubled', `${id} was answered in ${texts.size} ways`);
}

function fourTimes<T>(once: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: 4 }, once));
}
