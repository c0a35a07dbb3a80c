import { product } from '../botframework/product.ts';
import { type ChannelUnderTest, channelContract, channelSettings } from '../channel-contract.ts';
import { start } from '../client.ts';

channelContract('Direct Line', begin);

async function begin(): Promise<ChannelUnderTest> {
  const { base } = await product(channelSettings);
  return {
    base,
    async customer() {
      const { here, token, read } = await start(base, 'fortnight-shop');
      return {
        says: (message, id) =>
          fetch(`${base}/v3/directline${here}/activities`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: JSON.stringify({ type: 'message', id, ...message }),
          }),
        received: async () =>
          (await read()).activities.flatMap(({ id, from, text = '', channelData }) =>
            from.id.startsWith('dl_') ? [] : [{ id, text, returns: channelData?.returns as undefined }],
          ),
      };
    },
    async refused() {
      const { here, token } = await start(base, 'fortnight-shop');
      const post = (body: string, authorization?: string) =>
        fetch(`${base}/v3/directline${here}/activities`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
          body,
        });
      return [
        [400, await post('{"type":', `Bearer ${token}`)],
        [400, await post('{"type":["message"],"text":"hello"}', `Bearer ${token}`)],
        [401, await post('{"type":"message","text":"hello"}')],
        [401, await post('{"type":"message","text":"hello"}', 'Bearer forged')],
      ];
    },
  };
}
