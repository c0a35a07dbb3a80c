/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */

/**
 * How many rulings a case has had, so that whoever corrects one says which.
 * @param {Pick<CaseView, 'history'>} view
 */
export function rulingsOf({ history }) {
  return history.filter(({ what }) => what === 'ruled' || what === 'corrected').length;
}
