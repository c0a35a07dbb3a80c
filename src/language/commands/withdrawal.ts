import { LONGEST_ANSWER, plainAnswer } from '../text/plain-text.ts';

const withdrawal =
  /^(?:(?:please|pls|ok|okay|actually|no|sorry|thanks|thank you|hi|hello|you can|can you|could you|i want to|i would like to|i'd like to)[ ,.!]+)*(?:(?:cancel|withdraw|drop|close|delete|forget) (?:my|the|this|that) (?:request|case|ticket|enquiry|inquiry)|never ?mind|forget (?:it|about it)|(?:i )?(?:no longer|don't|do not) need (?:anybody|anyone|a person|a human|help|this|it)(?: any ?more)?|(?:it(?:'s| is| has)|its|that(?:'s| is)|i have|i've) (?:been )?(?:solved|sorted|settled|resolved|fixed)(?: it)?(?: (?:now|already|itself))*)(?:[ ,.!]+(?:please|thanks|thank you|anyway|now))*$/;

/** Whether a customer whose case waits says that nobody is needed any more. */
export function isWithdrawal(text: string): boolean {
  return text.length <= LONGEST_ANSWER && withdrawal.test(plainAnswer(text).replace(/[.!]+$/, ''));
}
