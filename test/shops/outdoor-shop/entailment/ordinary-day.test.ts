import { describe } from 'vitest';
import { entailmentAt } from './parcel-entailment.ts';

describe('the outdoor shop on an ordinary day', () =>
  entailmentAt({ today: '2026-06-20', now: '2026-06-20T09:00:00Z' }));
