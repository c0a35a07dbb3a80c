import { type ChannelUnderTest, channelContract, channelSettings } from '../channel-contract.ts';
import { channelUser } from './channel-user.ts';
import { fakeConnector } from './fake-connector.ts';
import { product } from './product.ts';

channelContract('Bot Framework', begin);

async function begin(): Promise<ChannelUnderTest> {
  const { base } = await product(channelSettings);
  const connector = await fakeConnector();
  return {
    base,
    async customer() {
      const user = channelUser(base, connector.serviceUrl);
      await user.says('hello');
      const path = `/v3/conversations/${encodeURIComponent(user.conversation.id)}/`;
      return {
        says: (message, id) => user.says(message.text, { id, ...message }),
        received: async () =>
          connector.accepted.flatMap(({ id, path: to, type, text = '', channelData }) =>
            type === 'message' && to.startsWith(path) ? [{ id, text, returns: channelData?.returns }] : [],
          ),
      };
    },
    async refused() {
      const user = channelUser(base, connector.serviceUrl);
      const hello = user.activityOf({ text: 'hello' });
      const post = (body: string, headers: Record<string, string>) =>
        fetch(`${base}/api/messages`, { method: 'POST', headers, body });
      const json = { 'content-type': 'application/json' };
      return [
        [400, await post('{"type":', json)],
        [400, await post('{"type":"message","text":5}', json)],
        [415, await post(JSON.stringify(hello), { 'content-type': 'text/plain' })],
        // Without an app id only this machine may write.
        [401, await post(JSON.stringify(hello), { ...json, 'x-forwarded-for': '203.0.113.7' })],
      ];
    },
  };
}
