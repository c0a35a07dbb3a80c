import { entailmentOf } from '../suites/entailment.ts';

entailmentOf('equipment-shop');
