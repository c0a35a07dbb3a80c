import { freeCustomers } from '../suites/free-customers.ts';

freeCustomers('fourteen-day-shop');
