import { openingsOf } from '../suites/openings.ts';

openingsOf('fourteen-day-shop');
