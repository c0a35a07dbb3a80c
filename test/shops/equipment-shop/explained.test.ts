import { explainedShop } from '../suites/explained.ts';

explainedShop('equipment-shop');
