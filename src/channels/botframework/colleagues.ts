import type { JsonObject } from '../../json.ts';
import type { InboundActivity } from './inbound.ts';

/** People of the shop who come by the same address as customers, as they do in Teams. */
export interface Colleagues {
  /** True if an activity is no customer's. */
  concerns(activity: InboundActivity): boolean;
  /**
   * Takes such an activity; `text` is what was written, without the bot's mention. The answer to an invoke is its body.
   */
  take(activity: InboundActivity, text: string): Promise<JsonObject | undefined>;
}
