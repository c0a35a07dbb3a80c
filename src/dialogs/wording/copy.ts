import type { CaseReason } from '../../machines/case.ts';
import type { Problem } from '../../machines/events.ts';
import type { RefundForm, Resolution } from '../../policy/format/schema.ts';
import type { Question } from './questions.ts';
import { describeDate } from './summary.ts';

/** Titles of the buttons that stand beside every question and decision. */
export const titles = {
  yes: 'Yes',
  no: 'No',
  unknown: "I don't know",
  none: 'None of these',
  send: 'Send my choice',
  change: 'Change an answer',
  human: 'Talk to a human',
} as const;

/** The verdict in a headline and a sentence, by resolution. */
export const verdicts: Record<Resolution, { headline: string; sentence: string }> = {
  return: {
    headline: 'You can send it in',
    sentence: 'By the policy of the shop the item may be sent in with the return form.',
  },
  cancellation: {
    headline: 'The order can be cancelled',
    sentence: 'The order can still be cancelled. Please look at the fee before you confirm anything.',
  },
  'warranty-repair': {
    headline: 'It can be repaired under warranty',
    sentence: 'The item can be repaired under its warranty.',
  },
  'refuse-delivery': {
    headline: 'Do not accept the parcel',
    sentence: 'Please do not accept the parcel. I am passing this to a person as urgent.',
  },
  'accept-delivery': {
    headline: 'You can accept the parcel',
    sentence: 'If the device itself is undamaged you can accept the parcel.',
  },
  'inspect-on-delivery': {
    headline: 'Check the parcel when it is handed over',
    sentence: 'Please check the parcel when it is handed over, before you accept it.',
  },
  'not-eligible': {
    headline: 'The policy of the shop excludes this',
    sentence: 'I am sorry: the policy of the shop excludes this.',
  },
  'human-review': {
    headline: 'A person will look at this',
    sentence: 'The policy of the shop does not settle this, so a person will decide.',
  },
};

/** What an alternative means to the customer. */
export const possibilities: Partial<Record<Resolution, string>> = {
  'warranty-repair':
    'Instead of sending it back, a repair under the warranty may be possible. Ask a person if you would prefer that.',
  'human-review': 'A person may be able simply to correct the order. Ask for one before you cancel.',
};

/** What a customer can get, in words. */
export const refundForms: Record<RefundForm, string> = {
  original: 'money the way you paid',
  'store-credit': 'credit with the shop',
  exchange: 'another item in exchange',
};

export const refusalOffer = 'You can change an answer if something was wrong, or have a person look at it.';

export function unclearReply(problem: Problem, question: Question): string {
  switch (problem.kind) {
    case 'not-understood':
      if (question.id === 'offerHuman') return 'Sorry, I still cannot make that out.';
      return question.choices.length
        ? `Sorry, I did not understand that. You can choose one of the answers or send its number, for example "${question.example}".`
        : `Sorry, I did not understand that. You could write, for example, "${question.example}".`;
    case 'future-date':
      return `${describeDate(problem.date)} lies in the future. Which day in the past was it? For example "${question.example}".`;
    case 'not-one-day':
      return `I need one day, and that could be any from ${describeDate(problem.from)} to ${describeDate(problem.to)}. Which day was it?${question.allowsUnknown ? ` If you cannot tell, say "${titles.unknown}".` : ''}`;
    case 'impossible':
      return `That does not go together with what you told me before: ${problem.because}. You can choose another answer, or go "back".`;
    case 'cannot-be-unknown':
      return 'Please answer as far as you know; what you do not know of does not count. A person can help, too.';
  }
}

export const commandsHelp =
  'You can answer in your own words, by button or by number. At any time you can say "back", "change an answer", "start over" or "talk to a human".';

export function handoffText(reference: string, because: CaseReason): string {
  const opening = {
    'asked-for-human': 'I have passed this on to the people at the shop.',
    'human-review': 'I have passed your case on to the people at the shop, who decide it.',
    'refuse-delivery': 'I have marked this as urgent for the people at the shop.',
    contradiction:
      'What you told me and what stands in your order differ in a point that decides, so the people at the shop will look at it. I keep both.',
  }[because];
  return `${opening} Your reference is **${reference}**. They see everything you told me and this whole conversation, so you need not repeat it. Please keep the reference. Anything you still write here is kept with your case.`;
}

/** How a ruling of a person is told. */
export const rulings: Record<
  'approve' | 'uphold' | 'refuse',
  { sentence: string; standing: string; byResolution: Record<string, string> }
> = {
  approve: {
    sentence: 'your request is granted.',
    standing: 'your request was granted.',
    byResolution: {
      return: 'the item may be sent in with the form below.',
      cancellation: 'the order can be cancelled with the form below.',
      'warranty-repair': 'the item can be sent in for repair with the form below.',
    },
  },
  uphold: {
    sentence: 'the decision stays as it is.',
    standing: 'the decision stays as it was.',
    byResolution: {},
  },
  // The policy had left it open, so there is no decision that could stay.
  refuse: {
    sentence: 'the shop cannot grant your request.',
    standing: 'your request could not be granted.',
    byResolution: {},
  },
};

/** What is said while an order or a warranty is looked up. */
export const lookUpReplies = {
  orderMissing:
    'I cannot find an order with this number and e-mail address. Please check both, or say "I don\'t know" to go on without.',
  orderGivenUp: 'I cannot find an order with this number and e-mail address. Let us go on without it.',
  orderUnavailable: 'I cannot look up orders at the moment, so I will just ask.',
  warrantyMissing: 'I find no warranty under this serial number, so I will just ask.',
  warrantyUnavailable: 'I cannot look up warranties at the moment, so I will just ask.',
  termsOfDay: (purchasedOn: string) => `You bought it on ${describeDate(purchasedOn)}, so the terms of that day apply.`,
} as const;

export const silenceReplies = {
  remind: 'Are you still there? Nothing is lost: whenever you like, we go on with this question.',
  close: (reference: string) =>
    `I am closing this chat for now, under **${reference}**. All your answers are kept: just write here and we go on where we were.`,
  welcomeBack: 'Welcome back! We go on where we were.',
} as const;

export const apology =
  'Sorry, something went wrong on our side. All your answers are kept. Please send your last message again, or say "talk to a human".';
