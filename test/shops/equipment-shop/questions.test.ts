import { askedShop } from '../suites/asked.ts';

askedShop('equipment-shop');
