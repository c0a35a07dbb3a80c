import { eventually } from '../../eventually.ts';

import { deskShop } from '../desk-shop.ts';
import { account, inbox, startChatwoot, token, webhookSecret, webhookToken } from './fake-chatwoot.ts';

/** The whole product beside a Chatwoot; the clock of both is the test's. */
export async function chatwootShop(settings: Record<string, string> = {}) {
  const chatwoot = await startChatwoot();
  const shop = await deskShop({
    CHATWOOT_URL: chatwoot.url,
    CHATWOOT_TOKEN: token,
    CHATWOOT_ACCOUNT: String(account),
    CHATWOOT_INBOX: String(inbox),
    CHATWOOT_WEBHOOK_TOKEN: webhookToken,
    CHATWOOT_WEBHOOK_SECRET: webhookSecret,
    ...settings,
  });
  chatwoot.connect(shop.base, shop.clock);
  return {
    ...shop,
    chatwoot,
    /** A customer who waits for a person, and their conversation in Chatwoot with all that is in it at first. */
    async filed(says?: string[], policy?: string) {
      const customer = await shop.waiting(policy, says);
      await eventually(() => {
        const [newest] = found();
        if (newest?.messages.at(-1)?.message_type !== 'incoming') throw new Error('the case is not in Chatwoot');
      });
      const [conversation] = found();
      if (!conversation) throw new Error('there is no conversation');
      await chatwoot.settled();
      return { customer, conversation };

      function found() {
        return chatwoot.conversations.filter((one) => one.custom_attributes.returns_reference === customer.reference);
      }
    },
    async stateOf(reference: string): Promise<string | undefined> {
      return (await shop.get(`cases/${reference}`)).body.case?.state;
    },
    /** Moves the clock on, so that what has failed is due again. */
    pass(minutes: number): void {
      shop.clock.now = new Date(shop.clock.now.getTime() + minutes * 60_000);
    },
  };
}
