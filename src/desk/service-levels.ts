import { z } from 'zod';
import type { Wait } from '../dialogs/turns/writes/case-entries.ts';
import { afterOfficeMinutes, type OfficeHours } from './office-hours.ts';

/** Minutes of office hours within which a shop answers: a customer's first message to people, and each later one. */
interface Level {
  first: number;
  next: number;
}

/** The promises of shops by their ids; `*` is for all others. */
export type ServiceLevels = Record<string, Level>;

const part = /^(\*|[a-z0-9]+(?:-[a-z0-9]+)*) first=([1-9]\d{0,4}) next=([1-9]\d{0,4})$/;

/** Reads promises such as `equipment-shop first=60 next=120, * first=480 next=480`. */
export const serviceLevelsSchema = z.string().transform((text, context): ServiceLevels => {
  const parts = text.split(',').map((one) => part.exec(one.trim()));
  if (!parts.every((one) => one !== null)) {
    const message = 'expected minutes such as "equipment-shop first=60 next=120, * first=480 next=480"';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const shops = parts.map(([, shop = '']) => shop);
  const twice = shops.find((shop, n) => shops.indexOf(shop) !== n);
  if (twice !== undefined)
    context.addIssue({ code: 'custom', message: `expected each shop once, and ${twice} is twice` });
  return Object.fromEntries(
    parts.map(([, shop = '', first, next]) => [shop, { first: Number(first), next: Number(next) }]),
  );
});

/** The shops of promises that are none of these. */
export function unknownShops(levels: ServiceLevels, shops: Iterable<string>): string[] {
  const known = new Set(['*', ...shops]);
  return Object.keys(levels).filter((shop) => !known.has(shop));
}

/** The instant (ISO) by which a shop has promised an answer to a customer who waits; `undefined` without a promise. */
export function dueAt(levels: ServiceLevels, hours: OfficeHours | undefined, wait: Wait): string | undefined {
  const { shop, timeZone, since, isFirst } = wait;
  const level = Object.hasOwn(levels, shop) ? levels[shop] : levels['*'];
  if (!level) return undefined;
  return afterOfficeMinutes(hours, new Date(since), isFirst ? level.first : level.next, timeZone).toISOString();
}
