/** A stretch of the characters of a message, its end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** The value of one fact according to a message. */
export interface InferredFact {
  fact: string;
  /** As `decide` takes it; of a range its first day, `unknown` where the customer says so. */
  value: string | boolean | number;
  confidence: 'high' | 'low';
  /** The days between which a date lies, both included, where the message leaves that open. */
  range?: { from: string; to: string };
  isApproximate?: boolean;
  /** True if no words say it and the message as a whole makes it likely: to be asked about, never assumed. */
  isProposal?: true;
  /** True if words only let one conclude it: what is worn has been received. */
  isImplied?: true;
  /** The words that say it, cut from the text. */
  evidence: string;
  /** All characters that the reading rests on, in order; what lies between them says nothing of it. */
  spans: Span[];
}
