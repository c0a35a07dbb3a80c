import { describe, expect, test } from 'vitest';
import { fillIn, wordFor, words, wordsForPage } from '../../../src/desk/words/words.ts';
import { jsonInPage } from '../../../src/http/pages/templates.ts';

describe('the words of the desks', () => {
  test('are filled in as they are: what somebody is called fills no other place', () => {
    const said = fillIn(words.refusals.taken, { agent: '{case} $& $1', case: words.refusals.thisCase });
    expect(said).toBe('{case} $& $1 has this case.');
  });

  test('leave an id that the table does not have as it is, one of an object too', () => {
    expect(wordFor(words.case.reasons, 'human-review')).toBe('the policy leaves this to people');
    expect(wordFor(words.case.reasons, 'some-new-reason')).toBe('some-new-reason');
    expect(wordFor(words.case.reasons, 'constructor')).toBe('constructor');
  });

  test('reach the page as JSON that cannot end its element', () => {
    const { markup } = jsonInPage({ ...wordsForPage, title: '</script><!--' });
    expect(markup).not.toContain('<');
    expect(JSON.parse(markup)).toEqual({ ...wordsForPage, title: '</script><!--' });
  });
});
