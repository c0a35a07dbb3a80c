import { expect, test } from 'vitest';
import { presentReply } from '../../../../src/channels/botframework/delivery/outbound.ts';

test.each(['webchat', 'emulator', 'msteams', 'sms'])(
  'a file that people send goes to %s without its id',
  (channelId) => {
    const file = { contentType: 'image/png', name: 'where.png', contentUrl: 'https://shop.example/files/x.y' };
    const kept = { ...file, fileId: 'desk-17', fileType: 'image/png', originalId: 'desk-16', isUnreadable: true };
    const activity = { type: 'message', text: 'Look', attachments: [kept] };
    const account = { id: 'anna', name: 'Anna' };
    const reference = { channelId, conversation: { id: 'c1' }, user: account, bot: { id: 'bot', name: 'Shop' } };
    const sent = presentReply({ seq: 2, id: 'c1|2', at: '2026-11-21T10:00:00.000Z', activity }, reference, undefined);
    expect(JSON.stringify(sent)).toContain(file.contentUrl);
    expect(JSON.stringify(sent)).not.toMatch(/fileId|fileType|originalId|isUnreadable|desk-1/);
  },
);
