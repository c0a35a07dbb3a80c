import { describe, expect, test } from 'vitest';
import { claimsReason, INTENTS, type Intent, readIntent } from '../../../src/language/intents/intents.ts';

// Sentences of the book of tests: none of them is among the examples the model was made from.
const SAID: [Intent, string[]][] = [
  [
    'defective',
    [
      'my new waffle iron does not get warm any more',
      'The earphones I bought in June have gone silent on the left side',
      'labtop wont strat since sunday',
      "it stopped working, I'd like my money back",
    ],
  ],
  ['damaged_on_delivery', ['the parcel was crushed and the teapot inside is in pieces', 'came with a chipped rim']],
  ['incomplete_on_delivery', ['there was no charger in the box', 'two of the five bolts are missing']],
  [
    'wrong_item_received',
    [
      'I ordered the green one and you sent me a yellow one',
      'the perfume you sold me is a fake',
      'this one was used before',
    ],
  ],
  ['does_not_fit', ['the sweater is too tight on me', 'sandals are a size too big']],
  [
    'wrong_item_ordered',
    [
      'I picked the wrong model by mistake',
      'clicked the wrong colour, can I swap it',
      'it is not compatible with my car, I chose badly',
    ],
  ],
  [
    'change_of_mind',
    ["I changed my mind, I don't need the mixer any more", 'nothing wrong with it, my wife just does not like it'],
  ],
  ['cancel_order', ['please cancel the order I made this morning', 'cancel order 99213 before it ships']],
  [
    'digital_product_problem',
    ['the licence key is rejected', 'your app crashes every time I open it', 'the e-book file cannot be opened'],
  ],
  ['return_unspecified', ['I want to send this back', 'how do I get a refund', 'give me my money back please']],
  [
    'refund_status',
    ['where is my refund', 'I sent it back two weeks ago and still have no money', 'has my refund been paid yet'],
  ],
  ['case_status', ['what is the status of my case', 'any news about ticket 4410?']],
  [
    'policy_question',
    [
      'who pays for the return postage?',
      'how long do refunds usually take',
      'what is the cancellation fee',
      'what is your return policy?',
    ],
  ],
  ['talk_to_human', ['can I talk to a real person', 'get me an agent', 'i need a human, this bot is no use']],
  ['greeting', ['hello', 'good evening!', 'hey there, how are you']],
  ['thanks', ['thank you so much', 'great, thanks']],
  ['goodbye', ['bye bye', 'ok, see you later']],
  ['abuse', ['you stupid bot', 'go to hell']],
  [
    'out_of_scope',
    [
      'where is my parcel',
      'I forgot my password',
      'send me the invoice please',
      'will it rain in Oslo tomorrow',
      'tell me a joke about cats',
      'I want to book a flight to Madrid',
      'my promo code is not accepted',
    ],
  ],
];

describe.each(SAID)('%s', (intent, texts) => {
  test.each(texts)('is heard in "%s"', (text) => {
    expect(readIntent(text).intent).toBe(intent);
  });
});

test('a request without a reason claims none, so the reason is asked for', () => {
  for (const text of [
    'I want my money back',
    'refund please',
    'can I return my order?',
    'i want to give back the phone',
  ]) {
    expect(claimsReason(readIntent(text)), text).toBe(false);
  }
});

test('a reason given plainly is claimed', () => {
  for (const text of [
    'the drill is broken',
    'it arrived damaged',
    'please cancel my order',
    'I ordered the wrong size by mistake',
  ]) {
    expect(claimsReason(readIntent(text)), text).toBe(true);
  }
});

test('a reason that is only a guess is not claimed', () => {
  expect(claimsReason({ intent: 'defective', confidence: 0.59 })).toBe(false);
  expect(claimsReason({ intent: 'defective', confidence: 0.6 })).toBe(true);
  expect(claimsReason({ intent: 'refund_status', confidence: 0.99 })).toBe(false);
});

test('every intent is ranked once, likeliest first, and the confidences add up to one', () => {
  const { intent, confidence, ranking } = readIntent('the toaster is broken');
  expect(ranking[0]).toEqual({ intent, confidence });
  expect(ranking.map((one) => one.intent).toSorted()).toEqual([...INTENTS].toSorted());
  expect(ranking.map((one) => one.confidence)).toEqual(ranking.map((one) => one.confidence).toSorted((a, b) => b - a));
  expect(ranking.reduce((sum, one) => sum + one.confidence, 0)).toBeCloseTo(1, 9);
});

test.each(['', '   ', '?!', '😀', '...'])('%j has no words, and nothing is concluded from it', (text) => {
  expect(readIntent(text)).toEqual({ intent: 'out_of_scope', confidence: 0, ranking: [] });
});

test('the same words are read the same however they are typed', () => {
  const plain = readIntent("my phone doesn't work");
  for (const text of ['My phone doesn’t work', 'MY PHONE DOES NOT WORK', '  my phone   doesnt\twork ']) {
    expect(readIntent(text), text).toEqual(plain);
  }
});
