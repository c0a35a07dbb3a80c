const MERELY = /^(?:no|nope|nah|not really)[ ,.;-]+(?:it|that|this)(?:'s|’s| was| is) (?:only|just|merely) (?=\S)/i;

/** What a "no" only plays down: "the Black Week offer" of "no, it was only the Black Week offer"; else undefined. */
export function playedDown(text: string): string | undefined {
  const rest = text.trim().replace(MERELY, '');
  return rest === text.trim() ? undefined : rest;
}
