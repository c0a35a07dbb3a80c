import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/dialogs/wording/markup/markdown.ts';
import { readPlain } from '../../../../src/dialogs/wording/markup/plain.ts';
import { readSlack } from '../../../../src/dialogs/wording/markup/slack.ts';
import { readTeamsHtml, withoutTeamsTags } from '../../../../src/dialogs/wording/markup/teams.ts';
import { plainText } from '../../../../src/dialogs/wording/plain-markdown.ts';

const signs: Record<string, string> = { slightly_smiling_face: '🙂', '+1::skin-tone-3': '👍🏼' };
const read = {
  desk: readPlain,
  slack: (text: string) => readSlack(text, (name) => signs[name]),
  teams: (html: string) => readTeamsHtml(html, 'Returns'),
  chatwoot: readMarkdown,
};

/** What is written where, as it can be read anywhere, and as it is shown. */
const cases: [keyof typeof read, written: string, text: string, markdown: string][] = [
  ['desk', 'Mill Road 3\nYard B\nLeeds\nUK', 'Mill Road 3\nYard B\nLeeds\nUK', 'Mill Road 3  \nYard B  \nLeeds  \nUK'],
  ['desk', '# 5 is the gate', '# 5 is the gate', '\\# 5 is the gate'],
  ['desk', '1. pack it\n2) send it', '1. pack it\n2) send it', '1\\. pack it  \n2\\) send it'],
  ['desk', 'the *x* in snake_case', 'the *x* in snake_case', 'the \\*x\\* in snake\\_case'],
  ['desk', 'a\n\n\n- b', 'a\n\n\n- b', 'a\n\n\\- b'],
  ['desk', '    four in', 'four in', 'four in'],
  ['desk', 'a\n    b', 'a\n    b', 'a  \n\u00a0\u00a0\u00a0\u00a0b'],
  ['desk', 'AT&amp;T <b> [x](y)', 'AT&amp;T <b> [x](y)', 'AT\\&amp;T \\<b\\> \\[x\\](y)'],
  [
    'desk',
    'see https://shop.example/a_b_c?x=1',
    'see https://shop.example/a_b_c?x=1',
    'see https://shop.example/a_b_c?x=1',
  ],
  [
    'slack',
    'a nice day :slightly_smiling_face: :+1::skin-tone-3: :own_sign:',
    'a nice day 🙂 👍🏼 :own_sign:',
    'a nice day 🙂 👍🏼 :own\\_sign:',
  ],
  ['slack', '*10 %*, _not_, ~20 %~', '10 %, not, ~20 %~', '**10 %**, _not_, ~~20 %~~'],
  ['slack', '&gt; your words\nmine', '> your words\nmine', '> your words\n\nmine'],
  ['slack', '2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c', '2 \\* 3 \\* 4 and a\\_b\\_c'],
  ['slack', '• one\n• two', '• one\n• two', '- one\n- two'],
  ['slack', '*_both_* `x_y`', 'both x_y', '**_both_** x\\_y'],
  ['slack', '```\n# a\n*b*\n```', '# a\n*b*', '\\# a  \n\\*b\\*'],
  [
    'slack',
    '<https://x.example/a|the form> &amp; <@U1|Bob>',
    'the form (https://x.example/a) & @Bob',
    'the form (https://x.example/a) & @Bob',
  ],
  ['teams', '<p>one</p><p>two</p>', 'one\ntwo', 'one  \ntwo'],
  ['teams', '<ul><li>pack it</li><li>send it</li></ul>', '• pack it\n• send it', '- pack it\n- send it'],
  ['teams', '<ol><li>pack it</li><li>send it</li></ol>', '1. pack it\n2. send it', '1. pack it\n2. send it'],
  [
    'teams',
    '<p><strong>now</strong> or <s>never</s>&nbsp;<em>later</em></p>',
    'now or ~never~ later',
    '**now** or ~~never~~ _later_',
  ],
  ['teams', '<blockquote><p>as agreed</p></blockquote><p>yes</p>', '> as agreed\nyes', '> as agreed\n\nyes'],
  [
    'teams',
    '<p><span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Returns</span>&nbsp;please send it in</p>',
    'please send it in',
    'please send it in',
  ],
  [
    'teams',
    '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Returns</strong><p>Customer: hello</p></blockquote><p>Send it in</p>',
    'Send it in',
    'Send it in',
  ],
  ['teams', '<p>a<br>b &lt;c&gt; # 5</p><p># 5</p>', 'a\nb <c> # 5\n# 5', 'a  \nb \\<c\\> # 5  \n\\# 5'],
  ['teams', '<p>fine <img alt="🙂" src="x"></p>', 'fine 🙂', 'fine 🙂'],
  ['chatwoot', '**now** or _later_, ~~20 %~~', 'now or later, ~20 %~', '**now** or _later_, ~~20 %~~'],
  ['chatwoot', 'Mill Road 3\nLeeds', 'Mill Road 3\nLeeds', 'Mill Road 3  \nLeeds'],
  ['chatwoot', '\\# 5 and \\*x\\*', '# 5 and *x*', '\\# 5 and \\*x\\*'],
  ['chatwoot', '# 5', '# 5', '\\# 5'],
  ['chatwoot', '- one\n- two\n\n> said', '• one\n• two\n\n> said', '- one\n- two\n\n> said'],
  ['chatwoot', '[the form](https://x.example/f)', 'the form (https://x.example/f)', 'the form (https://x.example/f)'],
];

describe('words keep their form', () => {
  test.each(cases)('%s: %j', (where, written, text, markdown) => {
    expect(read[where](written)).toEqual({ text, markdown });
  });

  test.each(cases)('where there is no Markdown, too: %s: %j', (where, written, text) => {
    const marks = (one: string) =>
      one
        .replace(/^[•-] /gm, '')
        .replace(/\n+/g, '\n')
        .replace(/\u00a0/g, ' ');
    expect(marks(plainText(read[where](written).markdown))).toBe(marks(text));
  });

  test.each([
    ['<quoted messageId="17"/> 2', ' 2'],
    ['<quoted messageId="17">Which of these?</quoted>2', '2'],
    ['<blockquote itemid="1">Which of these?</blockquote>2', '2'],
    ['<at>Anna</at> said 1 < 2', 'Anna said 1 < 2'],
  ])('of Teams’ tags in %j stays %j', (written, rest) => {
    expect(withoutTeamsTags(written, { isMentioning: true })).toBe(rest);
  });

  test('a hostile text takes no longer than another', () => {
    for (const part of ['*', '_ ', '<', '<p ', '&gt;', '```', ':a', '[', '<quoted ', '\\']) {
      for (const one of Object.values(read)) expect(one(part.repeat(4_000)).text.length).toBeLessThan(40_000);
    }
  });
});
