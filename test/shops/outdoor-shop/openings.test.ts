import { openingsOf } from '../suites/openings.ts';

// Few messages: one mistake weighs more than at the other shops.
openingsOf('outdoor-shop', 0.94);
