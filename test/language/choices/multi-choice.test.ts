import { describe, expect, test } from 'vitest';
import { readChoices } from '../../../src/language/choices/multi-choice.ts';

const CONDITION = [
  { value: 'seal', title: 'The seal is damaged' },
  { value: 'use', title: 'Signs of use' },
  { value: 'packaging', title: 'Packaging missing or damaged' },
  { value: 'foreign', title: 'Liquid, sand and insects inside', synonyms: ['got wet'] },
];
const read = (text: string) => readChoices(text, CONDITION);

describe('several choices, in the order they were offered', () => {
  test.each([
    ['1, 3', ['seal', 'packaging']],
    ['3 and 1', ['seal', 'packaging']],
    ['1 3', ['seal', 'packaging']],
    ['1,1,1', ['seal']],
    ['#2 & #4', ['use', 'foreign']],
    ['the first and the last', ['seal', 'foreign']],
    ['seal', ['seal']],
    ['seal, packaging', ['seal', 'packaging']],
    ['signs of use; the seal is damaged', ['seal', 'use']],
    ['- signs of use\n- got wet', ['use', 'foreign']],
    ['Liquid, sand and insects inside', ['foreign']],
    ['liquid, sand and insects inside, and signs of use', ['use', 'foreign']],
    ['packging and seal', ['seal', 'packaging']],
    ['all of them', ['seal', 'use', 'packaging', 'foreign']],
    ['every single one', ['seal', 'use', 'packaging', 'foreign']],
    ['all four', ['seal', 'use', 'packaging', 'foreign']],
    ['only 2 and 4', ['use', 'foreign']],
    ['yes: 2 and 4', ['use', 'foreign']],
    ['the first two', ['seal', 'use']],
    ['the last two please', ['packaging', 'foreign']],
    ['the 2nd and the 4th', ['use', 'foreign']],
    ['a and c', ['seal', 'packaging']],
    ['yes, the seal', ['seal']],
    ['no, just the packaging', ['packaging']],
    ['seal but packaging too', ['seal', 'packaging']],
  ])('%s', (text, values) => expect(read(text)).toEqual({ kind: 'choices', values }));
});

describe('a choice that is named among other words may be denied by them', () => {
  test.each([
    ['the seal is in a drawer', ['seal']],
    ['my packaging is fine, signs of use', ['use']],
    ['not the seal but the packaging', ['packaging']],
    ['packaging, not the seal', ['packaging']],
    ['all except the seal', ['use', 'packaging', 'foreign']],
    ['everything but 4', ['seal', 'use', 'packaging']],
    ['all of them apart from the first', ['use', 'packaging', 'foreign']],
    ['nothing except the seal', ['seal']],
    ['everything is fine except the packaging', ['packaging']],
    ['all good apart from 2', ['use']],
    ['all of it apart from the seal thing', ['use', 'packaging', 'foreign']],
    ['I think the packaging is in the cellar', ['packaging']],
    ['it got wet by the way', ['foreign']],
  ])('%s', (text, values) => expect(read(text)).toEqual({ kind: 'choices', values, certainty: 'likely' }));

  test.each([['it was the seal'], ['yes, just the seal']])('%s names it alone', (text) =>
    expect(read(text)).not.toHaveProperty('certainty'),
  );
});

describe('none of them', () => {
  test.each([
    ['none'],
    ['None.'],
    ['none of these'],
    ['none of the above'],
    ['nothing'],
    ['no'],
    ['nope'],
    ['no, nothing'],
    ['neither'],
    ['none apply'],
    ['nope nothing like that'],
    ['nothing of the sort'],
    ['none whatsoever'],
    ['none that I know of'],
    ['not at all'],
    ['n/a'],
    ['definitely not'],
    ["I don't think so"],
    ["I don't think any of these"],
    ['no to every one'],
    ['no, no, no'],
    ['nothing on the list'],
    ['none of those has happened'],
    ['none that we know of'],
    ['hand on heart, none'],
    ['nothing of this led to it'],
  ])('%s', (text) => expect(read(text)).toEqual({ kind: 'none-of-them' }));

  test.each([
    ['all good'],
    ['yep, all good thanks'],
    ['clean as new'],
    ['looks like new'],
    ['no, it is brand new'],
    ['everything is intact'],
    ['no damage at all'],
    ['not that I know of'],
    ["it's fine"],
    ['perfect condition'],
    ["they don't apply"],
    ['no signs of use'],
    ['no seal damage, no signs of use'],
    ['the seal is intact'],
    ['the seal is still there'],
    ['none of that, I only unpacked it and put it back'],
    ['none of that, it simply stopped'],
    ['it is still in its box'],
    ['never left its case'],
    ['kept just as the booklet says'],
    ["we haven't changed a thing"],
    ['nothing has ever happened to it'],
    ['nothing of the sort. I treated it with care'],
    ['a corner is chipped, which has nothing to do with it, so none'],
  ])('%s, in the customer’s own words', (text) =>
    expect(read(text)).toEqual({ kind: 'none-of-them', certainty: 'likely' }),
  );
});

describe('unclear unless every part is read', () => {
  test.each([
    ['1, 9', ['9']],
    ['0', ['0']],
    ['seal, banana', ['banana']],
    ['none and 1', ['none']],
    ['damaged', ['damaged']],
    ['I spilled coffee on it', ['i spilled coffee on it']],
    ['no, only a little', ['only a little']],
    ['all except the handle', ['all except the handle']],
    ['yes', ['yes']],
    ['all good bye', ['all good bye']],
    ['seal or packaging', ['seal or packaging']],
    ['1-3', ['1-3']],
    ['1 to 3', ['1 to 3']],
  ])('%s', (text, unread) => expect(read(text)).toEqual({ kind: 'unclear', unread }));

  test('nothing to read', () => {
    expect(read('😀')).toEqual({ kind: 'unclear' });
    expect(read('')).toEqual({ kind: 'unclear' });
  });
});
