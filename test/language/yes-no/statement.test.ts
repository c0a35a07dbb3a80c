import { describe, expect, test } from 'vitest';
import { readYesNo } from '../../../src/language/yes-no/yes-no.ts';

type Row = readonly [said: string, reading: 'yes' | 'no' | 'unsure' | undefined];

function answersTo(question: string, rows: readonly Row[]): void {
  describe(question, () => {
    test.each(rows)('%s: %s', (said, reading) => expect(readYesNo(said, question)).toBe(reading));
  });
}

answersTo('Does the device itself still work fully?', [
  ['it works', 'yes'],
  ['works perfectly', 'yes'],
  ['no issues', 'yes'],
  ['I have not had any problems with it', 'yes'],
  ['as far as I know it works', 'yes'],
  ["it isn't working", 'no'],
  ["it doesn't turn on", 'no'],
  ["won't charge", 'no'],
  ["it's dead", 'no'],
  ['it stopped working last week', 'no'],
  ['hardly', 'no'],
  ['it works but the screen flickers', undefined],
  ["yes but one button doesn't work", undefined],
  ['it works sometimes', undefined],
  ['it used to work', undefined],
  ['it would work if I had a charger', undefined],
  ["I don't think it doesn't work", undefined],
  ['yeah right', undefined],
  ['yes maybe', undefined],
  ["yes but I'm not sure", undefined],
  ['no everything is fine', undefined],
  ['no damage', undefined],
  ['no, no', 'no'],
  ['no sorry', 'no'],
  ['sale', undefined],
  ['I want a refund', undefined],
  ["I haven't tried it yet", 'unsure'],
]);

answersTo('Did you check it for damage right when you received it?', [
  ['yes, no damage', 'yes'],
  ["I didn't check", 'no'],
  ['I unwrapped it after dinner', undefined],
  ['it came in the afternoon and I opened it', undefined],
  ['we tipped it all out on the counter before paying', 'yes'],
  ['there was damage', undefined],
  ['undamaged', undefined],
]);

answersTo('Is it broken?', [
  ["it isn't working", 'yes'],
  ['it is working', 'no'],
  ['perfectly fine', 'no'],
  ["no it's broken", undefined],
  ['yes it works', undefined],
]);

answersTo('Can you see damage on the device itself, not only on the packaging?', [
  ["there's a crack in the screen", 'yes'],
  ['the courier damaged it', 'yes'],
  ['no scratches', 'no'],
  ['nothing is damaged', 'no'],
  ['it looks brand new', 'no'],
  ['the box is damaged but the device is fine', 'no'],
  ['the packaging is damaged', undefined],
  ['only the box is damaged', undefined],
  ['it works fine', undefined],
  ["it doesn't turn on", undefined],
  ["I don't want to keep it", undefined],
]);

answersTo('Did you buy it at a discount or on promotion?', [
  ['I used a coupon', 'yes'],
  ['20% off', 'yes'],
  ['regular price', 'no'],
  ['no discount', 'no'],
]);

answersTo('Did you pay the full price?', [
  ['no discount', 'yes'],
  ['it was reduced', 'no'],
]);

answersTo('Is the packaging undamaged?', [
  ['perfectly intact', 'yes'],
  ['the box is fine', 'yes'],
  ['it was torn', 'no'],
  ['the packaging is damaged', 'no'],
]);

answersTo('Is everything in the box?', [
  ['nothing is missing', 'yes'],
  ['the cable is missing', 'no'],
  ['everything but the cable', undefined],
]);

answersTo('Was the seal broken when it arrived?', [
  ['yes it was broken', 'yes'],
  ['it was already broken', 'yes'],
  ['no it was intact', 'no'],
]);

answersTo('Is it still unused?', [
  ['I have never used it', 'yes'],
  ['it has been used', 'no'],
]);

answersTo('Do you still have the original box?', [
  ['I still have it', 'yes'],
  ['threw it away', 'no'],
  ['not anymore', 'no'],
]);

answersTo('Is the power light on?', [
  ["it's on", 'yes'],
  ['the light is off', 'no'],
  ['the light is green', undefined],
]);

answersTo('Did you repair it yourself?', [
  ['I repaired it', 'yes'],
  ['a friend repaired it', undefined],
]);

answersTo('Can you start it without the charger?', [
  ['it starts without it', 'yes'],
  ["it won't start without it", 'no'],
]);

answersTo('When the drone is not charging, is the case hot?', [
  ['it does get hot', 'yes'],
  ['it stays cool', 'no'],
  ['The drone is not charging', undefined],
]);

answersTo('Does the fan make any unusual noise?', [
  ['it makes a grinding sound', 'yes'],
  ['I hear nothing like that', 'no'],
  ['sounds normal to me', 'no'],
  ["it's as quiet as always", 'no'],
]);

answersTo('When there is no cable in it, does the drone start?', [
  ['it starts', 'yes'],
  ['there is no cable in it', undefined],
]);

answersTo('Can you move the arms without the propellers turning?', [
  ['I can move them without them turning', 'yes'],
  ["the propellers don't turn", 'yes'],
  ['the arms and propellers all move together', 'no'],
  ['the propellers turn', 'no'],
]);

answersTo('Does the app open?', [
  ['the app opens', 'yes'],
  ['there is a problem with the app', undefined],
  ['The app opens. The app does not open.', undefined],
]);

answersTo('Is the display flickering?', [
  ['it is flikering', 'yes'],
  ['it is red', undefined],
]);

test('a name in quotes neither denies nor affirms', () => {
  expect(readYesNo('it does show "No signal"', 'Does it show "No signal"?')).toBe('yes');
});
