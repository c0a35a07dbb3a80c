import { drawnShop } from '../suites/drawn.ts';

drawnShop('equipment-shop');
