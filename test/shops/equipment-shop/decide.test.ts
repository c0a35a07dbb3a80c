import { decidedShop } from '../suites/decided.ts';

decidedShop('equipment-shop');
