import { fixturePolicy } from '../../fixtures/policies.ts';
import { measuredInterview } from './measured.ts';

measuredInterview(fixturePolicy('tool-shop'));
measuredInterview(fixturePolicy('fortnight-shop'));
