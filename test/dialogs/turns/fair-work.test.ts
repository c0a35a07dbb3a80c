import { describe, expect, test } from 'vitest';
import { FairWork } from '../../../src/dialogs/turns/fair-work.ts';

/** Work on a clock of its own, each piece of which takes so long; `order` tells what was done, one after the other. */
function workOf(takesMs: number) {
  let nowMs = 0;
  const order: string[] = [];
  const work = new FairWork(() => nowMs);
  const add = (key: string, name: string, also: () => void = () => {}): Promise<number> =>
    work.run(key, () => {
      nowMs += takesMs;
      also();
      return order.push(name);
    });
  return { work, order, add };
}

const costlyMs = 30;

describe('work that is done fairly', () => {
  test('an address that brings much waits behind itself, and a neighbour does not', async () => {
    const { order, add } = workOf(costlyMs);
    const flood = Array.from({ length: 40 }, (_, at) => add('flood', `flood ${at}`));
    await Promise.all([...flood, add('neighbour', 'neighbour')]);
    expect(order.indexOf('neighbour')).toBe(1);
    expect(order.filter((name) => name !== 'neighbour')).toEqual(flood.map((_, at) => `flood ${at}`));
  });

  test('a neighbour who comes while much waits is next', async () => {
    const { order, add } = workOf(costlyMs);
    const late: Promise<number>[] = [];
    const flood = [0, 1, 2, 3].map((at) =>
      add('flood', `flood ${at}`, () => at === 1 && late.push(add('neighbour', 'neighbour'))),
    );
    await Promise.all(flood);
    await Promise.all(late);
    expect(order).toEqual(['flood 0', 'flood 1', 'neighbour', 'flood 2', 'flood 3']);
  });

  test('several addresses have their turns one after the other', async () => {
    const { order, add } = workOf(costlyMs);
    await Promise.all(['a', 'a', 'a', 'b', 'b', 'c'].map((key) => add(key, key)));
    expect(order.join('')).toBe('abcaba');
  });

  test('between two costly pieces other events are let in', async () => {
    const { order, add } = workOf(costlyMs);
    const isFirst = (): unknown => setImmediate(() => order.push('other'));
    await Promise.all([add('a', 'one', isFirst), add('a', 'two'), add('b', 'three')]);
    expect(order.indexOf('other')).toBe(1);
  });

  test('cheap pieces share one turn of the event loop, so that they are committed together', async () => {
    const { order, add } = workOf(0);
    const other = (): unknown => setImmediate(() => order.push('other'));
    await Promise.all(Array.from({ length: 50 }, (_, at) => add('a', `cheap ${at}`, at === 0 ? other : undefined)));
    expect(order).toHaveLength(50);
  });

  test('what throws is the trouble of whoever brought it', async () => {
    const { work, order, add } = workOf(0);
    const failing = work.run('a', () => {
      throw new Error('not read');
    });
    const next = add('a', 'next');
    await expect(failing).rejects.toThrow('not read');
    await next;
    expect(order).toEqual(['next']);
  });
});
