import { describe, expect, test } from 'vitest';
import { chatWith } from '../../../docs/recipe-chat.ts';
import { recipe } from '../../../docs/recipes.ts';

const why = `  why:
    type: choice
    label: Reason
    question: What is the matter?
    values: { cancel: { title: I cancel, likelihood: 50, phrases: [cancel] }, other: { title: Other, likelihood: 50 } }
  departsOn:`;
const tours = recipe('days-before', (text) =>
  text
    .replace('  departsOn:', why)
    .replace('When does your tour start?\n', 'When does your tour start?\n    phrases: [(starts|start|started)!]\n')
    .replace(
      'decisions:',
      'opening: [why]\ndecisions:\n  - { id: other, when: { why: other }, resolution: human-review }',
    ),
);
const asked = (...says: string[]) => chatWith(tours, '2026-11-03', ...says);

describe('a first message names the day on which the tour starts', () => {
  test.each([
    ['I want to cancel my tour that starts on 10 January 2027', 'Sunday 10 January 2027'],
    ['cancel please, it starts on 10 January 2027', 'Sunday 10 January 2027'],
    ['I have to cancel, it starts in three weeks', 'Tuesday 24 November 2026'],
    ['I cancel, the tour started on 12 October 2026', 'Monday 12 October 2026'],
    ['I cancel, the tour started yesterday', 'Monday 2 November 2026'],
  ])('"%s": %s', (text, day) => {
    expect(asked(text).text).toMatch(new RegExp(`I understood: .*${day}`));
  });

  test('one without a year is never taken for the past: it is asked for', () => {
    const text = 'I want to cancel my tour that starts on 10 January';
    expect(asked(text).text).not.toContain('2026');
    expect(asked(text, 'yes').asked).toMatchObject({ kind: 'question', id: 'departsOn' });
  });

  test('the day of something else is not taken for it', () => {
    const text =
      'I cancel, before the tour starts I paid it, that was on 12 October 2026 and I moved on 10 January 2027';
    expect(asked(text).text).not.toMatch(/I understood: .*2027/);
  });
});
