import { loadPolicy } from '../../../src/policy/format/load.ts';
import { chattingCustomers } from '../../journeys/chatting-customers.ts';
import { shopPath } from '../book.ts';
import { randomFacts } from '../random-customers.ts';
import { productSettings } from '../settings.ts';

chattingCustomers(
  loadPolicy(shopPath('equipment-shop')),
  (seed, today) => randomFacts('equipment-shop', seed, today),
  productSettings,
);
