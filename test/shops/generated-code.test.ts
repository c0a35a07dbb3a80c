import { it } from 'vitest';
import { loadPolicy } from '../../src/policy/format/load.ts';
import { expectAsDiagram } from '../policy/engine/generated-code.ts';
import { shopPath } from './book.ts';

it.each(['equipment-shop', 'fourteen-day-shop', 'outdoor-shop'] as const)(
  'the code generated of the diagram of the %s answers as the diagram does',
  (shop) => expectAsDiagram(loadPolicy(shopPath(shop))),
);
