import { interviewOf } from '../suites/interview.ts';

interviewOf('fourteen-day-shop');
