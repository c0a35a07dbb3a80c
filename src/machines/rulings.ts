/** How many rulings a case has had, those that were corrected or withdrawn included. */
export function rulingsIn({ history }: { history: readonly { what: string }[] }): number {
  return history.filter(({ what }) => what === 'ruled' || what === 'corrected').length;
}
