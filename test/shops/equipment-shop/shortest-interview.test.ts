import { shortestInterviewOf } from '../suites/shortest-interview.ts';

shortestInterviewOf('equipment-shop');
