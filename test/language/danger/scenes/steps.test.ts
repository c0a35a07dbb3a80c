import { describe, expect, test } from 'vitest';
import { matchFrom, stepsOf } from '../../../../src/language/danger/scenes/steps.ts';

const ends = (entry: string, text: string) => matchFrom(stepsOf(entry), text.split(' '), 0);

describe('an entry of a concept', () => {
  test.each([
    ['melt*', 'melted', 1],
    ['red hot', 'red hot', 2],
    ['(went|turned) [all|quite] brown', 'turned brown', 2],
    ['(went|turned) [all|quite] brown', 'went all brown again', 3],
    ['on (fire|the roof)', 'on the roof', 3],
    ['# volts', '230 volts', 2],
    ['put * in', 'put it in', 3],
  ])('%s stands in "%s" up to word %i', (entry, text, end) => expect(ends(entry, text)).toBe(end));

  test.each([
    ['melt', 'melted'],
    ['red hot', 'red'],
    ['(went|turned) [all|quite] brown', 'turned very brown'],
    ['# volts', 'some volts'],
    ['put * in', 'put , in'],
  ])('%s does not stand in "%s"', (entry, text) => expect(ends(entry, text)).toBeUndefined());
});
