/** The id of somebody at the desk, the same whenever they log in under their name: `Anna  Berg` is `anna-berg`. */
export function agentIdOf(name: string): string {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-');
}
