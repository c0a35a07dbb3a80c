/** Words that only people in Chatwoot read. */
export const chatwootWords = {
  howTo:
    'Reply to write to the customer, which also takes the case; private notes stay among you. To rule, write a private note:',
  ruleApprove: '`/rule approve {grant}: the reason`',
  ruleUphold: '`/rule uphold: the reason`',
  others: '(or {grants})',
  howToEnd: 'Resolve to close the case; set it to pending to hand it back to the assistant.',
  atDesk: 'The same case at the desk',
  unclearRuling:
    'Not ruled. Write {approve} or {uphold}, with a reason of at most 500 characters. What can be approved: {grants}.',
  fileLost: 'The customer has not got a file of this message: it has no address that they could open.',
  notSeen:
    'Nobody has taken this case yet, so it stays open. To close it, assign the conversation to somebody and resolve it.',
} as const;
