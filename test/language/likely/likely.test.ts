import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DONT_KNOW, NO_ANSWER, NONE_OF_THEM } from '../../../src/language/likely/labels.ts';
import { type AskedOf, isLikelyAnswer, likelyAnswer } from '../../../src/language/likely/likely.ts';
import { playedDown } from '../../../src/language/likely/merely.ts';
import file from '../../../src/language/likely/model.json' with { type: 'json' };
import { digestOf } from '../../../training/likely-file.ts';
import { labelled, readReplyRows } from '../../../training/replies.ts';

const FILE = fileURLToPath(new URL('../../../src/language/likely/model.json', import.meta.url));

const yesNo = (question: string): AskedOf => ({ question, kind: 'yes-no', values: ['yes', 'no'] });
const works = yesNo('Does the device itself still work fully?');
const discounted = yesNo('Did you buy it at a discount or on promotion?');
const parcel: AskedOf = {
  question: 'Where is the parcel now?',
  kind: 'choice',
  values: ['not-shipped', 'in-transit', 'at-handover', 'received'],
};
const condition: AskedOf = {
  question: 'Does any of this apply to the device, as far as you know?',
  kind: 'list',
  values: ['unauthorised-repair', 'seal-damaged', 'signs-of-use', 'tampered-software', 'packaging-missing-or-damaged'],
};

describe('what was learnt of replies', () => {
  test('is made of the replies as they are', () => {
    expect(file.made, 'the replies or what is noticed in them changed: npm run train').toBe(
      digestOf(labelled(readReplyRows())),
    );
  });

  test('is smaller than 650 kB', () => {
    expect(statSync(FILE).size).toBeLessThan(650_000);
  });
});

describe('a reply in quite its own words is likely to answer as others like it did', () => {
  test.each([
    [works, 'runs as sweetly as ever', ['yes']],
    [works, 'only every other button reacts', ['no']],
    [works, 'no car here to test it on', [DONT_KNOW]],
    [discounted, 'there was fifteen percent off with the newsletter code', ['yes']],
    [discounted, 'paid every penny of the price on your page', ['no']],
    [parcel, 'the driver stands at my gate with it', ['at-handover']],
    [condition, 'exactly as it came, in its box', [NONE_OF_THEM]],
    [condition, 'the sticker over the screw is torn', ['seal-damaged']],
  ])('%o: %s', (asked, text, says) => expect(likelyAnswer(asked, text)?.says.toSorted()).toEqual(says));

  test('or not to answer at all', () => {
    const likely = likelyAnswer(works, 'who pays for sending it back?');
    expect(likely).toMatchObject({ says: [NO_ANSWER] });
    expect(likely && isLikelyAnswer(likely)).toBe(false);
  });
});

test('a shop may ask the same in other words', () => {
  const other = yesNo('Was it bought at a discount?');
  expect(likelyAnswer(other, 'there was fifteen percent off with the newsletter code')).toMatchObject({
    says: ['yes'],
  });
});

test('of a question that nobody was asked, and of no words, nothing is likely', () => {
  expect(likelyAnswer(yesNo('Has the horse been vaccinated?'), 'last spring, all of it')).toBeUndefined();
  expect(likelyAnswer(works, '...')).toBeUndefined();
});

test('only what the question still allows is likely', () => {
  const left = { ...parcel, values: ['not-shipped', 'in-transit'] };
  expect(left.values).toEqual(
    expect.arrayContaining(likelyAnswer(left, 'tracking says it is in your depot')?.says ?? []),
  );
});

describe('a no that only plays down what it is said of', () => {
  test.each([
    ['no, it was only the Black Week offer', 'the Black Week offer'],
    ["nope, that's just a voucher", 'a voucher'],
  ])('%s', (text, rest) => expect(playedDown(text)).toBe(rest));

  test.each(['no, only the box was cheaper', 'no', 'it was only the offer'])('is not "%s"', (text) =>
    expect(playedDown(text)).toBeUndefined(),
  );
});
