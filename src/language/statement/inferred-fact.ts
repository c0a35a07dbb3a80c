/** The value of one fact according to a message. */
export interface InferredFact {
  fact: string;
  /** As `decide` takes it; of a range its first day, `unknown` where the customer says so. */
  value: string | boolean | number;
  confidence: 'high' | 'low';
  /** The days between which a date lies, both included, where the message leaves that open. */
  range?: { from: string; to: string };
  isApproximate?: boolean;
  /** The words that say it, cut from the text. */
  evidence: string;
}
