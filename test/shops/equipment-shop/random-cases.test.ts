import { randomCasesOf } from '../suites/random-cases.ts';

randomCasesOf('equipment-shop');
