import { openingsOf } from '../suites/openings.ts';

openingsOf('equipment-shop');
