import { mutantsOf } from '../suites/mutants.ts';

mutantsOf('equipment-shop');
