/** What a reply may be taken for beside a value of the question's own. */
export const DONT_KNOW = '?';
/** None of a checklist applies. */
export const NONE_OF_THEM = '[]';
/** It answers something else, or nothing. */
export const NO_ANSWER = '-';
