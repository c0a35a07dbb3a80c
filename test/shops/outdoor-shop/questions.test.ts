import { askedShop } from '../suites/asked.ts';

askedShop('outdoor-shop');
