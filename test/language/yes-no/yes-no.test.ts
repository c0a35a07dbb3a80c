import { describe, expect, test } from 'vitest';
import { readYesNo } from '../../../src/language/yes-no/yes-no.ts';

describe('yes', () => {
  test.each([
    ['yes'],
    ['Yes.'],
    ['YES!!!'],
    ['y'],
    ['yeah'],
    ['yep'],
    ['yup, it was'],
    ['yesss'],
    ['sure'],
    ['of course'],
    ['ok'],
    ['okay, thanks'],
    ['correct'],
    ['that is right'],
    ['that’s correct'],
    ['I think so'],
    ["I'm afraid so"],
    ['it does'],
    ['it is'],
    ['they were'],
    ['I did'],
    ['why not'],
    ['no doubt'],
    ["that's not wrong"],
    ['yes, but it is scratched'],
    ['Ｙｅｓ'],
    ['👍'],
  ])('%s', (text) => expect(readYesNo(text)).toBe('yes'));
});

describe('no', () => {
  test.each([
    ['no'],
    ['No.'],
    ['n'],
    ['nope'],
    ['nah'],
    ['noooo'],
    ['not really'],
    ['of course not'],
    ['certainly not'],
    ['not at all'],
    ['not yet'],
    ['no way'],
    ["I don't think so"],
    ['I don’t think so'],
    ["I'm afraid not"],
    ["it doesn't"],
    ['it does not'],
    ["it isn't"],
    ["they weren't"],
    ["I didn't"],
    ['incorrect'],
    ["that's not true, it's false"],
    ['not as far as I know'],
    ['nothing'],
    ['no, it is still sealed'],
    ['👎'],
  ])('%s', (text) => expect(readYesNo(text)).toBe('no'));
});

describe('neither', () => {
  test.each([
    ['maybe'],
    ['not sure'],
    ["I don't know"],
    ['no idea'],
    ['yes and no'],
    ['it depends'],
    ['could be'],
    ['sort of'],
    ["I can't say"],
  ])('%s is unsure', (text) => expect(readYesNo(text)).toBe('unsure'));
});

describe('when in doubt, nothing', () => {
  test.each([
    ['no, it works'],
    ['no, yes'],
    ['yes no'],
    ["yes, it doesn't"],
    ['no problem'],
    ['no. 3'],
    ['2'],
    ['never mind'],
    ['ok, it is broken'],
    ['right now it fails'],
    ['nothing works'],
    ['perfect condition'],
    ['the box was open'],
    ['is it?'],
    ['what do you mean'],
    ['knot'],
    ['😀'],
    [''],
  ])('%s', (text) => expect(readYesNo(text)).toBeUndefined());

  test('a message too long for an answer is none', () => {
    expect(readYesNo(`yes ${'and so on '.repeat(60)}`)).toBeUndefined();
  });
});

describe('a statement that takes up the question', () => {
  const works = 'Does the device work fully?';
  const damaged = 'Is the device itself damaged?';
  const discounted = 'Did you buy it at a discount or on promotion?';
  test.each([
    ['it works', works, 'yes'],
    ["it doesn't work", works, 'no'],
    ['the device is not working', works, 'no'],
    ['the device is damaged', damaged, 'yes'],
    ["it isn't damaged", damaged, 'no'],
    ['the device is fine', damaged, 'no'],
    ['perfect', damaged, 'no'],
    ['perfect', works, undefined],
    ['I did not get a discount', discounted, 'no'],
    ['I paid the full price', discounted, 'no'],
    ['the parcel came on Tuesday', damaged, undefined],
    ['it does not rattle', 'When the device is not plugged in, does it rattle?', 'no'],
    ['what does damaged mean?', damaged, undefined],
  ] as const)('%s', (text, question, answer) => expect(readYesNo(text, question)).toBe(answer));
});
