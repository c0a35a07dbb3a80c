import { decidedShop } from '../suites/decided.ts';

decidedShop('fourteen-day-shop');
