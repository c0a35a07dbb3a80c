import { expect, test } from 'vitest';
import { workspace } from '../desk/slack/workspace.ts';
import { productSettings } from './settings.ts';

test.each(['equipment-shop', 'fourteen-day-shop', 'outdoor-shop'])(
  'the modal that runs the policy of the %s fits into Slack',
  async (shop) => {
    const { slack, command } = await workspace({ ...productSettings, DEFAULT_POLICY: shop });
    await command('U0ANN', '');
    expect(slack.refusals()).toEqual([]);
    expect(slack.modals[0]?.private_metadata).toContain(shop);
  },
);
