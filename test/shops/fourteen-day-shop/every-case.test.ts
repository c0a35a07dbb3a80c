import { everyCaseOf } from '../suites/every-case.ts';

everyCaseOf('fourteen-day-shop');
