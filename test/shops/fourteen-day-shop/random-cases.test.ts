import { randomCasesOf } from '../suites/random-cases.ts';

randomCasesOf('fourteen-day-shop');
