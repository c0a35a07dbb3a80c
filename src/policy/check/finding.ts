import type { Moment } from '../calendar.ts';
import type { Facts } from '../engine/facts.ts';

/** A customer to show it by: facts, complete, that `decide` takes as they are at that moment. */
export interface Witness extends Moment {
  facts: Facts;
}

/** The kinds of findings of `check`; the ids are permanent. */
export type FindingCode =
  | 'invalid'
  | 'gap'
  | 'conflict'
  | 'dead-decision'
  | 'shadowed-decision'
  | 'dead-citation'
  | 'dead-alternative'
  | 'dead-fee'
  | 'dead-advice'
  | 'dead-field'
  | 'dead-outcome'
  | 'dead-option'
  | 'unnamed-refusal'
  | 'dead-clause'
  | 'dead-fact'
  | 'dead-value'
  | 'dead-length'
  | 'idle-rule'
  | 'contradicting-rules'
  | 'nobody-left'
  | 'uncovered'
  | 'missing-wording'
  | 'surplus-wording'
  | 'same-version'
  | 'unknown-granted'
  | 'unknown-refused'
  | 'unexplained-refusal'
  | 'same-words'
  | 'listed-twice'
  | 'misread-title'
  | 'odd-value'
  | 'unspoken-language'
  | 'commonplace-phrase'
  | 'unshown-row'
  | 'unshown-order'
  | 'unshown-boundary'
  | 'missing-example'
  | 'failing-example'
  | 'idle-answer';

/** An `error` answers some customer wrongly or not at all; a `warning` is text that does nothing. */
export type Severity = 'error' | 'warning';

/** A place where a mistake may stand, and what there would have to do with it. */
export interface Suspect {
  path: PropertyKey[];
  mend: string;
}

export interface Finding {
  severity: Severity;
  code: FindingCode;
  /** Its path in the policy file. */
  path: PropertyKey[];
  /** The language whose wording it is about, if that is not the policy's first. */
  language?: string;
  message: string;
  /** Where the mistake may stand as well: an example fails, and a rule is to blame. */
  suspects?: Suspect[];
  /** Absent where the finding is that no customer exists to show it by. */
  witness?: Witness;
}
