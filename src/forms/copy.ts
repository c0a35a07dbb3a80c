import type { Policy } from '../policy/format/load.ts';
import type { FormResolution } from './standing.ts';

/** What each form is called and says of itself. A return is never called a refund or an approval. */
export const formTexts: Record<
  FormResolution,
  { title: string; about: string; lead: string; refundMethod: string; submit: string; registered: string }
> = {
  return: {
    title: 'Return form',
    about: 'Sending the item in',
    lead: 'By the policy of the shop the item may be sent in. This form registers that, and decides nothing more.',
    refundMethod: 'If there is a refund in the end, how should it be paid?',
    submit: 'Submit the return form',
    registered: 'Your return is registered',
  },
  cancellation: {
    title: 'Cancellation form',
    about: 'Cancelling the order',
    lead: 'By the policy of the shop the order can still be cancelled. Please look at the fee before you submit the form.',
    refundMethod: 'How should what remains be paid?',
    submit: 'Submit the cancellation form',
    registered: 'Your cancellation is registered',
  },
  'warranty-repair': {
    title: 'Repair form',
    about: 'Repair under the warranty',
    lead: 'By the policy of the shop the item can be repaired under its warranty. Please describe what does not work.',
    refundMethod: 'If there is a refund in the end, how should it be paid?',
    submit: 'Submit the repair form',
    registered: 'Your repair is registered',
  },
};

/** Names of what a form shows beside the policy's own facts. */
export const rowLabels = {
  shop: 'Shop',
  about: 'What it is about',
  reference: 'Reference',
  orderNumber: 'Order number',
  item: 'Item',
  deadline: 'Submit by',
  sendBy: 'Send by',
  fee: 'Fee',
  remains: 'What remains for you',
} as const;

/** Labels and hints of what a form asks. */
export const fieldTexts = {
  orderNumber: { label: 'Order number', hint: 'You may leave this empty if you do not have it.' },
  serialNumber: {
    label: 'Serial number',
    hint: 'You find it on the device itself.',
  },
  defect: {
    label: 'What does not work?',
    hint: 'Say what happens and since when. Please leave out names, addresses and passwords.',
  },
  refundMethod: { original: 'The way I paid', credit: 'As credit in my account with the shop' },
} as const;

/** What is wrong with an answer, and what would be right. */
export const mistakeTexts = {
  serialNumber: {
    missing: 'Please give the serial number.',
    tooLong: 'A serial number has at most 64 characters.',
    invalid: 'A serial number has letters, digits, spaces and signs such as - . / only.',
  },
  orderNumber: {
    missing: '',
    tooLong: 'An order number has at most 40 characters.',
    invalid: 'An order number has letters, digits, spaces and signs such as - . / only.',
  },
  defect: {
    missing: 'Please describe what does not work.',
    tooLong: 'Please say it in at most 2,000 characters.',
    invalid: 'The description has characters that cannot be read. Please type it anew.',
  },
  refundMethod: 'Please choose how a refund should be paid.',
  accept: 'Please accept the terms to submit the form.',
  logIn: 'The name or the password is not right.',
} as const;

/** The pages that stand in place of a form; none of them shows anything of the case. */
export const notices = {
  missing: {
    status: 400,
    heading: 'This address has no form link in it',
    text: 'Please open the form with the button in the chat.',
  },
  malformed: {
    status: 400,
    heading: 'This link is damaged',
    text: 'A part of it is missing or was changed on the way. Please open the form with the button in the chat again.',
  },
  forged: {
    status: 401,
    heading: 'This link cannot be trusted',
    text: 'It was not made here, or it was changed. Please open the form with the button in the chat.',
  },
  foreign: {
    status: 401,
    heading: 'This link is for another form',
    text: 'It was made for another site or another purpose. Please open the form with the button in your chat.',
  },
  expired: {
    status: 410,
    heading: 'This link has expired',
    text: 'By the policy of the shop its time is over. Ask in the chat again to see what is possible today, or ask for a human there. Your statutory rights stay untouched.',
  },
  revoked: {
    status: 410,
    heading: 'This link no longer counts',
    text: 'The answer that it belonged to was withdrawn, for example because something was changed in the chat. Please use the newest form in the chat.',
  },
  'no-longer': {
    status: 410,
    heading: 'This is not possible any more',
    text: 'A day has passed since that matters to the policy of the shop, such as a deadline or the end of a warranty, so nothing was registered. Ask in the chat again to see what is possible today, or ask for a human there. Your statutory rights stay untouched.',
  },
  'item-taken': {
    status: 409,
    heading: 'A return for this item is already open',
    text: 'An item can have one open return at a time, so nothing more was registered. If you do not know of it, ask for a human in the chat.',
  },
  used: {
    status: 409,
    heading: 'This form was already submitted',
    text: 'It can be submitted once. You find the number of it in the chat.',
  },
  outdated: {
    status: 403,
    heading: 'Please open the form once more',
    text: 'This page was open for too long, or your browser does not keep cookies for it. Nothing was submitted. Please open the form with the button in the chat again.',
  },
  failed: {
    status: 500,
    heading: 'Something went wrong on our side',
    text: 'Please go back and submit the form again. It cannot be registered twice.',
  },
} as const;
export type Notice = keyof typeof notices;

/** What a customer does and can expect after the form was submitted. */
export function nextSteps(policy: Policy, resolution: FormResolution): string[] {
  const { next = [] } = policy.file.forms[resolution] ?? {};
  return next.length ? next : ['The shop finds your request under this number.'];
}

/** The message in the chat once a form was submitted. */
export function registeredMessage(policy: Policy, resolution: FormResolution, rma: string): string {
  const steps = nextSteps(policy, resolution).map((step, i) => `${i + 1}. ${step}`);
  return `${formTexts[resolution].registered}. Its number is **${rma}**; please keep it.\n\nWhat happens next:\n\n${steps.join('\n')}`;
}
