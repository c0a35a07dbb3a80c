import type { AgentRefusal } from '../../../machines/agent.ts';
import { asSentence, fillIn, words } from '../../words/words.ts';

const { refusals, case: caseWords } = words;

/**
 * The reason why a step is refused, as a sentence to stand behind a colon; with the reference where no case is beside
 * it.
 */
export function refusalText(refused: AgentRefusal, reference?: string): string {
  const theCase = reference === undefined ? refusals.thisCase : fillIn(refusals.theCase, { reference });
  switch (refused.kind) {
    case 'taken':
      return fillIn(refusals.taken, { agent: refused.by.name, case: theCase });
    case 'not-in-this-state':
      return refused.state === 'waiting'
        ? fillIn(refusals.unclaimed, { case: theCase })
        : fillIn(refusals['not-in-this-state'], { state: caseWords.states[refused.state] });
    case 'no-such-question':
      return refusals['no-such-question'];
    case 'no-chat':
      return refusals['no-chat'];
    case 'ruled-since':
      return fillIn(refusals['ruled-since'], { agent: refused.by.name });
    case 'form-sent':
      return fillIn(refusals['form-sent'], { rma: refused.rma });
    case 'cannot-merge':
      return refusals['cannot-merge'][refused.because];
    case 'no-case':
      return fillIn(refusals['no-case'], { case: theCase });
  }
}

/** The same as a sentence of its own. */
export function refusalSentence(refused: AgentRefusal, reference?: string): string {
  return asSentence(refusalText(refused, reference));
}
