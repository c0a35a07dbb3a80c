import { loadPolicy } from '../../../src/policy/format/load.ts';
import { filledForm } from '../../desk/teams/filled-form.ts';
import { shopPath } from '../book.ts';

filledForm(loadPolicy(shopPath('outdoor-shop')));
