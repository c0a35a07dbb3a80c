import { describe, expect, it } from 'vitest';
import { readingFindings } from '../../../src/dialogs/reading/policy-findings.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { fixtureIds, fixturePolicy } from '../../fixtures/policies.ts';
import { lampShop } from '../../policy/check/small.ts';

/** What is found in the lamp shop with these phrases for what is broken. */
function foundIn(phrases: string, change = (text: string) => text) {
  const text = lampShop().replace('title: Broken,', `title: Broken, phrases: ${phrases},`);
  return readingFindings(examinePolicy(change(text), 'lamps.yaml').policy);
}

describe('a phrase that nearly every message has', () => {
  it.each(['[my order]', '[flickers, it]', '[(flickers|has|is)]', '[i ** it]'])(
    '%s is an error at its place',
    (phrases) => {
      expect(foundIn(phrases)).toMatchObject([{ severity: 'error', code: 'commonplace-phrase' }]);
    },
  );

  it('is named with what is said of it', () => {
    const [finding] = foundIn('[flickers, (my|the) order]');
    expect(finding?.path).toEqual(['facts', 'reason', 'values', 'broken', 'phrases', 1]);
    expect(finding?.message).toBe(
      '"(my|the) order" is said in nearly every message ("my order"); add a word that tells it apart',
    );
  });

  it.each(['[i have it here]', '[<not-working>]', '[no light]', '[it * flickers]'])('%s tells something', (phrases) => {
    expect(foundIn(phrases)).toEqual([]);
  });

  it.each(fixtureIds)('%s has none', (shop) => {
    expect(readingFindings(fixturePolicy(shop))).toEqual([]);
  });
});

it('a language that the chat neither says nor understands is named', () => {
  expect(foundIn('[x]', (text) => text.replace('language: en', 'language: de'))).toMatchObject([
    {
      severity: 'warning',
      code: 'unspoken-language',
      path: ['language'],
      message: '"de" is what the shop says; the chat itself says and understands en only',
    },
  ]);
});

it.each(['xx', 'qq'])('a language that there is none of is an error: %s', (code) => {
  expect(foundIn('[x]', (text) => text.replace('language: en', `language: ${code}`))).toMatchObject([
    { severity: 'error', code: 'unspoken-language', path: ['language'] },
  ]);
});

describe('a title that a customer sends as a reply', () => {
  const titled = (title: string) =>
    readingFindings(examinePolicy(lampShop().replace('title: Unwanted,', `title: ${title},`), 'lamps.yaml').policy);

  it.each(['Start over', "'I don''t know'", 'Help', "'Speak to a person'", "'1'", "'3.'"])(
    'is misread: %s',
    (title) => {
      expect(titled(title)).toMatchObject([
        { severity: 'error', code: 'misread-title', path: ['facts', 'reason', 'values', 'unwanted', 'title'] },
      ]);
    },
  );

  it.each(["'2'", "'40'", "'Do not want it'", "'1 metre'"])('is taken as it stands: %s', (title) => {
    expect(titled(title)).toEqual([]);
  });
});
