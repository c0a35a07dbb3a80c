import { interviewOf } from '../suites/interview.ts';

interviewOf('equipment-shop');
