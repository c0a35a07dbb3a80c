import { entailmentOf } from '../suites/entailment.ts';

entailmentOf('fourteen-day-shop');
