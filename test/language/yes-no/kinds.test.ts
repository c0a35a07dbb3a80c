import { describe, expect, test } from 'vitest';
import { isWhole, readReply } from '../../../src/language/yes-no/reply.ts';

const WORKS = 'Does the device itself still work fully?';
const DAMAGE = 'Can you see damage on the device itself, not only on the packaging?';
const CHECKED = 'Did you check it for damage and missing parts right when you received it?';
const DISCOUNT = 'Did you buy it at a discount or on promotion?';
const OUTLET = 'Does it come from the outlet?';
const RIGHT = 'Is all of that right?';
const PERSON = 'Shall a person look at it?';

/** What is said: "yes" at once, "yes?" to be shown back, "beside" for a yes about something else. */
function outcome(said: string, question: string): string {
  const reply = readReply(said, question);
  if (reply === undefined) return 'nothing';
  if (reply.says !== 'yes' && reply.says !== 'no') return reply.says;
  if (isWhole(reply)) return reply.says;
  return reply.certainty && !reply.meetsPoint ? 'beside' : `${reply.says}?`;
}

// biome-ignore format: replies read better in rows.
describe.each([
  ['a yes with a reserve says what does not work, or only what it looks like', WORKS, [
    ['it turns on but there is no picture', 'no?'], ['works except for the second channel', 'no?'], ['yes but only with the lid open', 'no?'],
    ['runs fine, only the casing is scratched', 'yes?'], ['yes, but it has a dent', 'yes?'], ['the frame is scratched but it works', 'yes?'],
    ['yes but I have not tried the camera', 'nothing'], ['totally fine apart from a scratch', 'yes?'], ['everything runs apart from the radio', 'no?'],
    ['yes, I tried it with another battery', 'yes'],
  ]],
  ['other things than the one asked about answer nothing', WORKS, [
    ['the cable works', 'nothing'], ['my previous one still works', 'nothing'], ['the app works', 'nothing'], ['the box works great as a stool', 'nothing'],
    ['it worked in your shop', 'nothing'],
  ]],
  ['a wish is no answer', WORKS, [['I should hope so', 'nothing'], ["let's hope so", 'nothing'], ['fingers crossed', 'nothing'], ['hopefully!', 'nothing']]],
  ['damage in many words', DAMAGE, [
    ['the rim is snapped clean through', 'yes?'], ['a ding on the corner', 'yes'], ['not a mark anywhere', 'no'], ['looks alright', 'no'],
    ["yes, the lid's cracked", 'yes'], ['afraid so, the frame is bent', 'yes'], ['everything in perfect order', 'no'],
    ['the handle is busted', 'yes'],
  ]],
  ['checked when it was handed over, or with no chance to', CHECKED, [
    ['yes, with my neighbour', 'yes'], ['yes, at the counter', 'yes'], ['sure did', 'yes'], ['we opened it together with the courier', 'yes?'],
    ['the driver had already gone', 'no?'], ['they left it on the porch', 'no?'], ['never got the chance', 'no?'], ['no, I unpacked it later', 'no'],
    ['only the next day we opened it', 'no?'], ['contactless, so no', 'no'], ['no, no time', 'no'],
    ['I usually check', 'nothing'], ['I always do', 'nothing'], ['checked the tracking', 'nothing'], ['the lid looked fine', 'nothing'], ['my parcel looked intact', 'nothing'], ['looked at it this morning', 'nothing'],
    ['looked fine from the outside', 'nothing'], ['yes and nothing was missing', 'yes'], ["the postman didn't wait", 'no?'], ['I was out', 'no?'],
    ['yes I got it', 'beside'], ['yes the postman is nice', 'beside'],
  ]],
  ['reduced or not', DISCOUNT, [
    ['no, regular shop', 'no'], ['nope, normal price', 'no'], ['paid every penny', 'no?'], ['no sale no voucher nothing', 'no'],
    ['in the spring sale', 'yes'], ['as part of a bundle', 'yes?'], ['I have bought on sale before', 'nothing'],
    ['I nearly took the discounted one but then bought the new one', 'nothing'], ['yes, one moment', 'hesitates'], ['it was 30 euros off', 'yes?'], ['I had a code', 'yes'],
    ['no idea what a promotion is', 'nothing'],
  ]],
  ['a yes that the rest denies is none at once', OUTLET, [['yes, full price', 'yes?'], ['yes, normal shop', 'yes?'], ['yes, outlet', 'yes']]],
  ['a summary is agreed to in idioms', RIGHT, [
    ['you nailed it', 'yes'], ['yuuup', 'yes'], ['oui', 'yes'], ['both are correct', 'yes'], ['yeah no yeah', 'yes'],
    ['total nonsense', 'no'], ["that's another parcel", 'no'], ['I never said such a thing', 'no'], ['no yes no', 'no'],
    ['I hope so', 'yes'],
  ]],
  ['a person is taken or left', PERSON, [
    ['at last', 'yes'], ['ok then', 'yes'], ['sure why not', 'yes'], ['if possible', 'yes'], ['a bot is fine', 'no'], ["wouldn't hurt", 'yes'], ['I insist', 'yes'], ["I don't mind", 'yes'], ['about time', 'yes'],
    ['not necessary', 'no'], ['rather not, I hate phone calls', 'no'], ["I'd rather carry on with you", 'no'], ['no need', 'no'],
    ['are they even open', 'nothing'], ['do they speak English', 'nothing'],
  ]],
] satisfies [string, string, [string, string][]][])('%s', (_, question, replies) => {
  test.each(replies)('"%s" is %s', (said, says) => expect(outcome(said, question)).toBe(says));
});
