/** The steps on a case: the button (with `…` where it opens a form), the form, and what is missing in it. */
export const stepWords = {
  claim: { label: 'Claim' },
  release: { label: 'Release' },
  'take-over': {
    label: 'Take over',
    title: 'Take over from {agent}',
    about: '{agent} has this case, and hears that you have taken it over.',
    /** The colleague's name is in the title. */
    missing: 'nobody has this case any more.',
  },
  assign: {
    label: 'Assign',
    title: 'Assign to a colleague',
    field: 'Who takes care of it',
    missing: 'please choose a colleague.',
  },
  withdraw: {
    label: 'Withdraw ruling',
    title: 'Withdraw the ruling',
    field: 'Why, which the customer reads',
    missing: 'please say why: the customer reads it.',
  },
  reopen: { label: 'Reopen', title: 'Open the case again' },
  approve: {
    label: 'Approve',
    title: 'Approve',
    what: 'What is granted',
    field: 'Reason, which the customer reads',
    missing: 'please say why: the customer reads it.',
    missingWhat: 'please choose what is granted.',
  },
  uphold: {
    label: 'Uphold',
    title: 'Uphold',
    field: 'Reason, which the customer reads',
    missing: 'please say why: the customer reads it.',
  },
  say: { label: 'Send', field: 'Your answer to the customer' },
  ask: {
    label: 'Ask',
    title: 'Ask the customer',
    field: 'Question of the policy',
    missing: 'please choose a question first.',
  },
  'hand-back': {
    label: 'Hand back',
    title: 'Hand back to the assistant',
    field: 'Summary for the customer',
  },
  close: { label: 'Close', title: 'Close the case', field: 'A word for the customer (may be empty)' },
  openDesk: 'Open desk',
  refresh: 'Refresh',
  more: 'More…',
  cancel: 'Cancel',
  done: 'Done',
} as const;

/** Reasons why a step was refused, and what follows for whoever wanted it. */
export const refusalWords = {
  /** The case as whoever reads the refusal knows it: the one that it stands on, or one of several. */
  thisCase: 'this case',
  theCase: 'case {reference}',
  taken: '{agent} has {case}.',
  unclaimed: 'nobody has claimed {case} yet.',
  'not-in-this-state': 'the case is {state} now.',
  'no-chat': 'this customer is on the phone and reads no chat, so please tell them yourself.',
  'ruled-since': '{agent} has ruled on it since.',
  'no-such-question': 'the policy has no such question.',
  'form-sent':
    'the customer has sent in the form ({rma}), so the ruling cannot be changed any more. Please write to them.',
  'cannot-merge': {
    same: 'a case cannot be merged into itself.',
    shop: 'cases of different shops cannot be merged.',
    'not-open': 'the case that it is to be merged into is not open any more.',
    ruled: 'it was ruled on, so it stays a case of its own.',
    merged: 'it is merged with another case already. Reopen the one that was merged first.',
  },
  'no-case': 'the customer has begun anew, so that is not possible for {case} any more.',
  unknownColleague: 'Nobody of that name works at this desk.',
  unknownCase: 'There is no case {reference}.',
  nothingDone: 'Nothing was done: {why}',
  notSent: 'This was not sent to the customer: {why}',
  notRuled: 'Not ruled: {why}',
  unchanged: 'The case is as it was: {why}',
  filesNotSent: 'files cannot be sent from here, only words.',
  filesLeftBehind: 'The customer has got the words, but not the files: those cannot be sent from here.',
  /** Of a reply that is kept for many cases. */
  placeholder: 'Not sent yet: {names} is not filled in. Put in what it stands for, or take it out.',
  pastSnooze: 'Not put aside: that time is over. Choose a later one.',
  farSnooze: 'Not put aside: that is more than a year ahead. Choose an earlier time.',
  tooLong: 'it is longer than {count} characters.',
  failed: 'Something went wrong and nothing was done. Please try again.',
} as const;
