import { askedShop } from '../suites/asked.ts';

askedShop('fourteen-day-shop');
