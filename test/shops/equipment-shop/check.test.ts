import { loadPolicy } from '../../../src/policy/format/load.ts';
import { checkedPolicy } from '../../policy/check/checked-policy.ts';
import { shopPath } from '../book.ts';

checkedPolicy(loadPolicy(shopPath('equipment-shop')));
