import type { FoundOrder } from '../../machines/record/record.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Words } from './catalog/words.ts';
import { describeAnswer } from './summary.ts';

type Item = FoundOrder['items'][number];

/** The title of each line of an order, so that no two are called alike, and that of one which is settled says so. */
export function itemTitles(words: Words, policy: Policy, items: readonly Item[]): { value: string; title: string }[] {
  return items.map((item, at) => {
    const alike = items.filter(({ name }) => name === item.name);
    const apart = alike.length > 1 ? [apartBy(words, policy, item, alike) ?? `${at + 1}`] : [];
    const settled = item.underWay?.kind === 'settled' ? [words.say(`order.state.${item.underWay.state}`)] : [];
    const notes = [...apart, ...settled];
    return { value: item.id, title: notes.length ? `${item.name} (${notes.join(', ')})` : item.name };
  });
}

/** What the order tells of this line alone among those of one name. */
function apartBy(words: Words, policy: Policy, item: Item, alike: readonly Item[]): string | undefined {
  const fact = Object.keys(item.facts).find((id) => {
    const told = alike.map(({ facts }) => JSON.stringify(facts[id]));
    return new Set(told).size === alike.length;
  });
  return fact && describeAnswer(words, policy, { fact, value: item.facts[fact] });
}
