/** Facts as they come over the wire: JSON values by fact id; an unanswered fact is absent. */
export type Facts = Record<string, unknown>;
