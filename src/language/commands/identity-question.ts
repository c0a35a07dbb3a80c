import { LONGEST_ANSWER, plainAnswer } from '../text/plain-text.ts';

const identity =
  /^(?:(?:hi|hello|hey|wait|sorry|ok|so|but)[ ,.!]+)*(?:(?:are you|is this|am i (?:talking|speaking|chatting|writing) (?:to|with)|do i (?:talk|speak|write) (?:to|with)) (?:an? |the |some )?(?:actual |real |live )?(?:chat ?bot|bot|robot|machine|computer|program|ai|human(?: being)?|person|someone|somebody)(?: real)?(?: or (?:an? )?(?:actual |real |live )?(?:chat ?bot|bot|robot|machine|computer|program|ai|human(?: being)?|person|what))?|who (?:are you|am i (?:talking|speaking|chatting) (?:to|with))|what are you)$/;

/** Whether a customer asks whom they are talking to. */
export function asksIdentity(text: string): boolean {
  return text.length <= LONGEST_ANSWER && identity.test(plainAnswer(text).replace(/[?.! ]+$/, ''));
}
