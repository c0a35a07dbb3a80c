import { freeCustomers } from '../suites/free-customers.ts';

freeCustomers('equipment-shop');
