/** A case, whoever shows it. Names in braces are filled in. */
export const caseWords = {
  heading: 'Case {reference}',
  urgent: 'URGENT',
  why: 'Why: {reason}. Shop: {shop}.',
  states: {
    waiting: 'waiting',
    claimed: 'claimed',
    ruled: 'ruled',
    'handed-back': 'handed back',
    closed: 'closed',
  },
  status: {
    waiting: 'Waiting: nobody has claimed it.',
    claimed: '{agent} has it.',
    'handed-back': '{agent} has handed it back to the assistant.',
    ruled: 'It was ruled on.',
    closed: 'Closed.',
  },
  /** The reason for filing a case, in words. */
  reasons: {
    'asked-for-human': 'the customer asks for a person',
    'human-review': 'the policy leaves this to people',
    'refuse-delivery': 'a courier is at the door',
    danger: 'somebody may be in danger',
    declaration: 'the customer has made a declaration about the contract',
    contradiction: 'what the customer says and what the order says differ',
  },
  resolutions: {
    return: 'return',
    cancellation: 'cancellation',
    'warranty-repair': 'repair under warranty',
    'refuse-delivery': 'do not accept the parcel',
    'accept-delivery': 'accept the parcel',
    'inspect-on-delivery': 'check the parcel at hand-over',
    'not-eligible': 'excluded by the policy',
    'human-review': 'left to people',
    exception: 'something else, as an exception',
  },
  /** The sources of facts. */
  sources: {
    stated: 'the customer answered',
    inferred: 'the customer wrote, not confirmed yet',
    order: 'the order says',
    warranty: 'the warranty register says',
  },
  speakers: { customer: 'Customer', bot: 'Assistant', agent: 'Agent' },
  /** Somebody at the shop whose name is not known. */
  somebody: 'Somebody',
  /** The same to customers. */
  theShop: 'The shop',
  colleague: 'A colleague',
  file: '[file: {name}]',
  unnamedFile: 'a file',
  sections: {
    opening: 'The customer said first',
    declarations: 'The customer has declared',
    facts: 'Known',
    unknown: 'Not known, and what each answer would lead to',
    decision: 'The policy says: {resolution}',
    order: 'Order',
    submitted: 'The form was submitted: {rma}, {time}',
    ruling: 'Ruling',
    history: 'History',
    transcript: 'The conversation so far',
    /** The heading where there is no room for all of it. */
    transcriptEnd: 'The conversation so far (earlier messages, on the desk: {count})',
  },
  undecided: 'The policy has not decided: not every question has been answered.',
  fee: 'fee {percent}%',
  /** What the customer chose of what the policy offers. */
  chosen: 'The customer chose',
  or: 'or',
  details: {
    shop: 'Shop',
    policy: 'Policy',
    orderNumber: 'Number',
    email: 'E-mail',
    serialNumber: 'Serial number',
    item: 'Item',
    pieces: 'Pieces',
  },
  ruling: {
    approve: 'approved: {resolution}',
    uphold: 'upheld: {resolution}',
    exception: 'an exception to the policy',
    /** The ruling with its reason. */
    sentence: '{agent} {ruling}. Reason: {reason}',
  },
  /** When a declaration was received. */
  received: 'Received {time}',
  /** The agent, behind what was done. */
  by: 'by {agent}',
  history: {
    filed: 'filed',
    claimed: 'claimed',
    released: 'released',
    ruled: 'ruled',
    'handed-back': 'handed back to the assistant',
    closed: 'closed',
    cancelled: 'taken back by the customer',
    reopened: 'reopened',
    'became-urgent': 'became urgent',
    declared: 'the customer declared',
    'taken-over': 'taken over from {who}',
    assigned: 'given to {who}',
    corrected: 'ruled on again',
    'ruling-withdrawn': 'ruling withdrawn',
    reminded: '{who} was reminded that the customer waits',
    'left-waiting': 'free again, because {who} had not answered',
    tagged: 'tags',
    snoozed: 'put aside until',
    woken: 'taken up again',
    noted: 'noted for colleagues',
    merged: 'merged with case',
    unmerged: 'by itself again, and no longer merged: case',
  },
  /** Given back by somebody who leads the others. */
  releasedFrom: 'taken from {who}, free again',
  /** In the place of a declaration that was made in another chat. */
  declaredThere: '(in the chat of {reference}, word for word)',
  /** Above a message of another chat. */
  fromCase: 'from the chat of {reference}',
  /** In the place of words of another chat. */
  erased: '(erased with the chat in which it was written)',
  /** In the place of the middle of a very long conversation. */
  leftOut: '… {count} messages are left out here …',
  /** The rest of a list that is too long. */
  more: '… and {count} more, which the desk shows',
} as const;
