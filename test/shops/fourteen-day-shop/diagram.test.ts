import { drawnShop } from '../suites/drawn.ts';

drawnShop('fourteen-day-shop');
