import { describe } from 'vitest';
import { entailmentAt } from './parcel-entailment.ts';

describe('the outdoor shop on a day after the season of presents', () =>
  entailmentAt({ today: '2026-12-28', now: '2026-12-28T09:00:00Z' }, true));
