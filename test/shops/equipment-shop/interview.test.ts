import { loadPolicy } from '../../../src/policy/format/load.ts';
import { measuredInterview } from '../../policy/interview/measured.ts';
import { shopPath } from '../book.ts';

measuredInterview(loadPolicy(shopPath('equipment-shop')));
