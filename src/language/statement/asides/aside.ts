/** A stretch of a message, as places among its tokens, its end excluded. */
export interface Stretch {
  from: number;
  end: number;
}
