import { eventually } from '../../eventually.ts';
import { contractSettings, type DeskOfPeople, deskOfPeopleContract, notifierContract } from '../notifier-contract.ts';
import { workspace } from './workspace.ts';

notifierContract('Slack', {
  begin,
  changePatterns: { claimed: /has taken the case/, ruled: /upheld.*It is too late\./, closed: /The case is closed/ },
  active: /<[!@]|mrkdwn|"type":"link"/,
});
deskOfPeopleContract('Slack', begin);

async function begin(): Promise<DeskOfPeople> {
  const { slack, returns, later, send, write, press, submit } = await workspace(contractSettings);
  const cardsOf = (reference: string) =>
    slack.inChannel().filter(({ metadata }) => metadata?.event_payload.reference === reference);
  const threadOf = (reference: string) => cardsOf(reference)[0]?.ts ?? '';

  async function byForm(reference: string, action: string, reason: string, more: object = {}): Promise<void> {
    const before = slack.modals.length;
    await press('U0ANN', action, reference);
    const form = await eventually(() => {
      const newest = slack.modals[before];
      if (!newest) throw new Error('no form');
      return newest;
    });
    await submit('U0ANN', form, { reason: { type: 'plain_text_input', value: reason }, ...more });
  }

  return {
    base: returns.base,
    introductions: (reference) => cardsOf(reference).length,
    // The first message of a thread is the conversation so far.
    changeTexts: (reference) => slack.inThread(threadOf(reference)).slice(1),
    raw: () => slack.messages.map(({ text, blocks }) => `${text}\n${JSON.stringify(blocks, withoutTexts)}`).join('\n'),
    setDown(isDown) {
      slack.state.isDown = isDown;
    },
    later,
    async refused(reference) {
      const url = `${returns.base}/slack/interactions`;
      const body = new URLSearchParams({ payload: JSON.stringify({ type: 'block_actions', value: reference }) });
      const forged = { 'x-slack-signature': 'v0=00', 'x-slack-request-timestamp': '1' };
      return [
        [401, await fetch(url, { method: 'POST', body })],
        [401, await fetch(url, { method: 'POST', body, headers: forged })],
        [400, new Response(null, await send('events', '{"type":'))],
      ];
    },
    acts: {
      claim: (reference) => press('U0ANN', 'case-claim', reference),
      say: (reference, text) => write('U0ANN', text, { thread_ts: threadOf(reference) }),
      uphold: (reference, reason) => byForm(reference, 'case-uphold', reason),
      correct: (reference, reason) => {
        const resolution = { type: 'static_select', selected_option: { value: 'return' } };
        return byForm(reference, 'case-approve', reason, { resolution });
      },
      withdraw: (reference, reason) => byForm(reference, 'case-withdraw', reason),
      close: (reference) => byForm(reference, 'case-close', ''),
      reopen: (reference) => press('U0ANN', 'case-reopen', reference),
      takeOver: (reference) => press('U0ANN', 'case-take-over', `${reference} bob`),
      note: (reference, text) => write('U0ANN', `// ${text}`, { thread_ts: threadOf(reference) }),
    },
  };
}

/** Plain and rich text show every character as it is. */
function withoutTexts(key: string, value: unknown): unknown {
  return key === 'text' && typeof value === 'string' ? '' : value;
}
