import { type CaseState, caseStateSchema, isOpenCase } from '../../machines/case.ts';

/** The states of cases that people still have to see to, and the others. */
export const openStates: readonly CaseState[] = caseStateSchema.options.filter((state) => isOpenCase({ state }));
export const settledStates: readonly CaseState[] = caseStateSchema.options.filter((state) => !isOpenCase({ state }));
