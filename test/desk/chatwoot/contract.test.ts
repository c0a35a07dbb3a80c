import { contractSettings, type DeskOfPeople, deskOfPeopleContract, notifierContract } from '../notifier-contract.ts';
import { chatwootShop } from './chatwoot-shop.ts';
import { mia, webhookToken } from './fake-chatwoot.ts';

notifierContract('Chatwoot', {
  begin,
  changePatterns: {
    claimed: /has taken this case elsewhere/,
    ruled: /upheld.*It is too late/,
    closed: /The case is closed/,
  },
  active: /(?<!\\)(?:\(mention|\{\{|\[free\]|\*\*bold)/,
});
deskOfPeopleContract('Chatwoot', begin);

async function begin(): Promise<DeskOfPeople> {
  const shop = await chatwootShop(contractSettings);
  const { chatwoot } = shop;
  const conversationsOf = (reference: string) =>
    chatwoot.conversations.filter((one) => one.custom_attributes.returns_reference === reference);
  const of = (reference: string) => {
    const [conversation] = conversationsOf(reference);
    if (!conversation) throw new Error('there is no conversation');
    return conversation;
  };
  return {
    base: shop.base,
    // The case, the conversation so far, and what the customer said last.
    introductions: (reference) => conversationsOf(reference).filter(({ messages }) => messages.length >= 3).length,
    changeTexts: (reference) =>
      of(reference)
        .messages.slice(3)
        .filter(({ source_id: source }) => source !== null)
        .map(({ content }) => content),
    raw: () => chatwoot.conversations.flatMap(({ messages }) => messages.map(({ content }) => content)).join('\n'),
    setDown: (isDown) => chatwoot.fail(() => (isDown ? 503 : undefined)),
    later: shop.pass,
    async refused(reference) {
      const url = `${shop.base}/chatwoot/${webhookToken}`;
      const body = JSON.stringify({ event: 'message_created', id: 1, conversation: { id: of(reference).id } });
      return [
        [401, await fetch(`${shop.base}/chatwoot/another-token-of-24-letters`, { method: 'POST', body })],
        [401, await fetch(url, { method: 'POST', body })],
        [400, new Response(null, await chatwoot.deliver('{"event":'))],
      ];
    },
    acts: {
      // Whoever answers first has the case.
      claim: (reference) => chatwoot.reply(of(reference), mia, 'I am here'),
      say: (reference, text) => chatwoot.reply(of(reference), mia, text),
      uphold: (reference, reason) => chatwoot.reply(of(reference), mia, `/rule uphold: ${reason}`, true),
      correct: (reference, reason) => chatwoot.reply(of(reference), mia, `/correct approve return: ${reason}`, true),
      withdraw: (reference, reason) => chatwoot.reply(of(reference), mia, `/withdraw: ${reason}`, true),
      close: (reference) => chatwoot.setStatus(of(reference), 'resolved'),
      reopen: (reference) => chatwoot.reply(of(reference), mia, '/reopen', true),
      takeOver: (reference) => chatwoot.reply(of(reference), mia, '/take-over', true),
      note: (reference, text) => chatwoot.reply(of(reference), mia, text, true),
    },
  };
}
