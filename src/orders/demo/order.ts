import type { Order } from '../order.ts';

/** An order of the demonstration shop, with what happened to it in a line. */
export interface DemoOrder extends Order {
  story: string;
}
