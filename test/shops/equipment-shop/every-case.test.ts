import { everyCaseOf } from '../suites/every-case.ts';

everyCaseOf('equipment-shop');
