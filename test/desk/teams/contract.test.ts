import { contractSettings, type DeskOfPeople, deskOfPeopleContract, notifierContract } from '../notifier-contract.ts';
import { wordsOn } from './card-schema.ts';
import { ann, channel, teamsShop } from './teams-shop.ts';

notifierContract('Teams', {
  begin,
  changePatterns: { claimed: /has taken the case/, ruled: /upheld.*It is too late\./, closed: /The case is closed/ },
  active: /<at>|"entities"|https:\/\/evil|\{\{/,
});
deskOfPeopleContract('Teams', begin);

async function begin(): Promise<DeskOfPeople> {
  const shop = await teamsShop(contractSettings);
  const { teams } = shop;
  const cardsOf = (reference: string) => teams.cards().filter(({ card }) => wordsOn(card).includes(reference));
  const threadOf = (reference: string) => cardsOf(reference)[0]?.conversationId ?? '';
  const linesIn = (thread: string) => teams.lines(thread).slice(1);
  return {
    base: shop.base,
    introductions: (reference) => cardsOf(reference).length,
    // The first line of a thread is the conversation so far.
    changeTexts: (reference) => linesIn(threadOf(reference)),
    raw: () => JSON.stringify([teams.cards(), teams.cards().map(({ conversationId }) => linesIn(conversationId))]),
    setDown: teams.setDown,
    later: shop.later,
    async refused(reference) {
      const press = shop.pressOf(ann, shop.inThread(`${channel};messageid=1`), 'claim', { reference });
      return [
        [401, await shop.post(press, 'forged')],
        [401, await shop.post(press, '')],
        [400, await shop.post({ type: 'message' })],
      ];
    },
    acts: {
      claim: (reference) => shop.press(ann, 'claim', { reference }),
      say: (reference, text) => shop.writes(ann, threadOf(reference), text),
      uphold: (reference, upholdReason) => shop.press(ann, 'uphold', { reference, upholdReason }),
      correct: (reference, approveReason) =>
        shop.press(ann, 'approve', { reference, grant: 'return', approveReason, again: true }),
      withdraw: (reference, note) => shop.press(ann, 'withdraw', { reference, note }),
      close: (reference) => shop.press(ann, 'close', { reference }),
      reopen: (reference) => shop.press(ann, 'reopen', { reference }),
      takeOver: (reference) => shop.press(ann, 'take-over', { reference, from: 'bob' }),
      note: (reference, text) => shop.writes(ann, threadOf(reference), `// ${text}`),
    },
  };
}
