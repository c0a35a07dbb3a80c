/** Changes of a case, as lines in its conversation. */
export const changeWords = {
  claimed: '{agent} has taken the case. What {agent} writes in this thread goes to the customer.',
  /** Where people cannot write from the desk that is told. */
  claimedElsewhere:
    '{agent} has taken this case elsewhere. Until it is given back, replies from here do not reach the customer.',
  /** The customer is in no chat. */
  claimedForCaller: '{agent} has taken the case.',
  released: 'The case is free again.',
  reopened: 'The customer has come back to this case.',
  unclaimed: 'Nobody has claimed this case yet. The customer is waiting (reminder {reminders}).',
  'became-urgent': 'This case is urgent now.',
  declared: 'The customer has made a declaration about the contract. The case has it word for word.',
  inDanger: 'Somebody may be in danger. This case is urgent now.',
  cancelled: 'The customer has taken the request back.',
  ruled: '{ruling} The customer was told.',
  ruledForCaller: '{ruling} Please tell the customer.',
  ruledUnknown: 'It was ruled on.',
  'handed-back': '{agent} has handed the customer back to the assistant.',
  closed: 'The case is closed.',
  wroteElsewhere: '{agent}, elsewhere, wrote to the customer:',
  /** Above a word that customers never read. */
  noted: '{agent} has noted, for colleagues alone:',
  writes: '{heading}: {who} writes',
  callerForm: 'Their form',
} as const;
