/** Words that only people in Teams read. */
export const teamsWords = {
  help: 'Write "queue" for the open cases, "case K7M2-9QXD" for one of them, "check" to check the policy for somebody on the phone. In the channel, mention me with it.',
  claimFirst: 'Press Claim on its card, then write again.',
  underWay: 'Your step is under way; the card shows it in a moment.',
  notAnAgent: 'This is for the people of the shop.',
  notOurs: 'This button is not one of this bot.',
  noCases: 'No case is open.',
  openCases: 'Open cases: {count}',
  openCasesTitle: 'Open cases',
  tooLong: '{heading}: this is too long for Teams; the desk in the browser has all of it.',
  orNote: 'Or a last word to the customer',
} as const;
