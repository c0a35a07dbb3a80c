import { fixtureText } from '../../fixtures/policies.ts';

/** The day on which two versions are compared. */
export const today = '2026-11-21';
export const ids = ['tool-shop', 'fortnight-shop'] as const;
export type ShopId = (typeof ids)[number];
/** The rules, words and examples of the shops whose policies are edited. */
export const texts: Record<ShopId, string> = {
  'tool-shop': fixtureText('tool-shop'),
  'fortnight-shop': fixtureText('fortnight-shop'),
};

/** The shop's file with each of these pieces replaced. */
export function edited(id: ShopId, ...edits: [string, string][]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${id} has no "${from}"`);
    return text.replaceAll(from, to);
  }, texts[id]);
}
