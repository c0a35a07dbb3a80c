import { deskShop } from '../desk-shop.ts';
import { contractSettings, type DeskUnderTest, notifierContract } from '../notifier-contract.ts';
import { startReceiver } from './receiver.ts';

notifierContract('A receiver of webhooks', {
  begin,
  changePatterns: { claimed: /^case\.claimed/, ruled: /^case\.ruled.*It is too late\./, closed: /^case\.closed/ },
  // JSON has nothing that acts; what a client does with it is the client's.
  active: /\n/,
});

async function begin(): Promise<DeskUnderTest> {
  const receiver = await startReceiver();
  const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
  const shop = await deskShop({ ...contractSettings, WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret });
  const eventsOf = (reference: string) => receiver.received.filter(({ event }) => event.data.reference === reference);
  return {
    base: shop.base,
    introductions: (reference) => eventsOf(reference).filter(({ event }) => event.type === 'case.filed').length,
    changeTexts: (reference) =>
      eventsOf(reference)
        .filter(({ event }) => event.type !== 'case.filed')
        .map(({ event: { type, data } }) => `${type} ${JSON.stringify(data)}`),
    raw: () => receiver.received.map(({ body }) => body).join(''),
    setDown: receiver.setDown,
    later(minutes) {
      shop.clock.now = new Date(shop.clock.now.getTime() + minutes * 60_000);
    },
  };
}
