import { describe, expect, test } from 'vitest';
import { readChoices } from '../../../src/language/choices/multi-choice.ts';

const CONDITION = [
  { value: 'seal', title: 'The seal is damaged' },
  { value: 'use', title: 'Signs of use' },
  { value: 'packaging', title: 'Packaging missing or damaged', synonyms: ['no carton'] },
];
const read = (text: string) => readChoices(text, CONDITION);

describe('a list with a yes or no to each', () => {
  test.each([
    ['seal yes, packaging no', ['seal']],
    ['seal: no, signs of use: yes', ['use']],
    ['1 no 2 yes 3 no', ['use']],
    ['1, 3 yes, 2 no', ['seal', 'packaging']],
    ['packaging yes, the rest no', ['packaging']],
    ['yes to the seal, no to the others', ['seal']],
  ])('%s', (text, values) => expect(read(text)).toEqual({ kind: 'choices', values }));

  test('of which all are denied leaves none', () => {
    expect(read('first and third no')).toEqual({ kind: 'none-of-them', certainty: 'likely' });
  });

  test('with something more is only likely', () => {
    expect(read('packaging no, seal yes it is torn')).toMatchObject({ values: ['seal'], certainty: 'likely' });
  });

  test('with something that is not on it is not read', () => {
    expect(read('carton no, seal yes').kind).toBe('unclear');
  });
});
