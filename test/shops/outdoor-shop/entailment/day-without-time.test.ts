import { describe } from 'vitest';
import { entailmentAt } from './parcel-entailment.ts';

describe('the outdoor shop on a day without its time', () => entailmentAt({ today: '2026-06-20' }));
