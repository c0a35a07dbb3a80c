/** Words that only people in Chatwoot read. */
export const chatwootWords = {
  howTo:
    'Reply to write to the customer, which also takes the case; private notes stay among you. To rule, write a private note:',
  ruleApprove: '`/rule approve {grant}: the reason`',
  ruleUphold: '`/rule uphold: the reason`',
  others: '(or {grants})',
  mend: 'Also in private notes: `/take-over`, `/release`, `/reopen`, and after a ruling `/correct uphold: the reason`, as with `/rule`, or `/withdraw: the reason`.',
  unclearMending:
    'Nothing was done. Write `/take-over`, `/release` or `/reopen` alone, or `/withdraw: the reason`, of at most 500 characters.',
  howToEnd: 'Resolve to close the case; set it to pending to hand it back to the assistant.',
  atDesk: 'The same case at the desk',
  unclearRuling:
    'Not ruled. Write {approve} or {uphold}, with a reason of at most 500 characters. What can be approved: {grants}.',
  fileLost: 'The customer has not got a file of this message: it has no address that they could open.',
  notSeen:
    'Nobody has taken this case yet, so it stays open. To close it, assign the conversation to somebody and resolve it.',
} as const;
