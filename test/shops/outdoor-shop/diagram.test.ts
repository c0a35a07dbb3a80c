import { drawnShop } from '../suites/drawn.ts';

drawnShop('outdoor-shop');
