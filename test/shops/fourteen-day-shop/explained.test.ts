import { explainedShop } from '../suites/explained.ts';

explainedShop('fourteen-day-shop');
