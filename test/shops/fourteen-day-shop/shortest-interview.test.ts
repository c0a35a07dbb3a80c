import { shortestInterviewOf } from '../suites/shortest-interview.ts';

shortestInterviewOf('fourteen-day-shop');
