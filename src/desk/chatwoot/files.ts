import { isPublicUrl } from '../../http/limits/local-addresses.ts';
import type { MessageCreated } from './events.ts';

type Attachment = NonNullable<MessageCreated['attachments']>[number];

/**
 * The addresses of a message's files, at Chatwoot or wherever it keeps them; `isAnyLost` if one has none that a customer
 * could open.
 */
export function addressesIn(
  attachments: readonly Attachment[],
  chatwootUrl: string,
): { addresses: string[]; isAnyLost: boolean } {
  const addresses = attachments.flatMap(({ data_url: url }) =>
    url !== undefined && (url.startsWith(`${chatwootUrl}/`) || isPublicUrl(url)) ? [url] : [],
  );
  return { addresses, isAnyLost: addresses.length < attachments.length };
}
