import { mutantsOf } from '../suites/mutants.ts';

mutantsOf('fourteen-day-shop');
