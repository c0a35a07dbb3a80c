/** Changes of a case, as lines in its conversation. */
export const changeWords = {
  claimed: '{agent} has taken the case. What {agent} writes in this thread goes to the customer.',
  /** Where people cannot write from the desk that is told. */
  claimedElsewhere:
    '{agent} has taken this case elsewhere. Until it is given back, replies from here do not reach the customer.',
  elsewhere: 'Until it is given back, replies from here do not reach the customer.',
  /** The customer is in no chat. */
  claimedForCaller: '{agent} has taken the case.',
  takenOver: '{agent} has taken the case over from {who}. What {agent} writes in this thread goes to the customer.',
  assigned: '{agent} has given the case to {who}. What {who} writes in this thread goes to the customer.',
  /** The same where people cannot write from the desk that is told, and for a caller. */
  takenOverFrom: '{agent} has taken the case over from {who}.',
  assignedTo: '{agent} has given the case to {who}.',
  released: 'The case is free again.',
  releasedFrom: '{agent} has taken the case from {who}; it is free again.',
  reopened: 'The customer has come back to this case.',
  reopenedBy: '{agent} has opened the case again, and has it now.',
  'came-back': 'The customer has written after the case was closed. It is open again, and {agent} has it.',
  unanswered: '{agent}, the customer waits for your answer.',
  'left-waiting': 'The customer had no answer for too long. The case is free again: somebody please take it.',
  unclaimed: 'Nobody has claimed this case yet. The customer is waiting (reminder {reminders}).',
  'became-urgent': 'This case is urgent now.',
  declared: 'The customer has made a declaration about the contract. The case has it word for word.',
  inDanger: 'Somebody may be in danger. This case is urgent now.',
  cancelled: 'The customer has taken the request back.',
  corrected: 'Corrected. {ruling} A form of the ruling before cannot be used any more.',
  'ruling-withdrawn': '{agent} has withdrawn the ruling; a form of it cannot be used any more. {agent} has the case.',
  /** Behind what was done to a ruling. */
  customerTold: 'The customer was told.',
  tellCaller: 'Please tell the customer.',
  ruledUnknown: 'It was ruled on.',
  'handed-back': '{agent} has handed the customer back to the assistant.',
  closed: 'The case is closed.',
  wroteElsewhere: '{agent}, elsewhere, wrote to the customer:',
  merged: 'This case is looked after together with case {other} now.',
  mergedInto: 'This case was merged into case {other}, and is looked after there.',
  unmerged: 'Case {other} is looked after by itself again.',
  /** Above a word that customers never read. */
  noted: '{agent} has noted, for colleagues alone:',
  writes: '{heading}: {who} writes',
  callerForm: 'Their form',
} as const;
