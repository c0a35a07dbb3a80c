import { expect, test } from 'vitest';
import { readReasonQuestion } from '../../../src/language/commands/reason-question.ts';

test.each([
  ['But why not?!', 'why'],
  ['how come', 'why'],
  ['on what grounds', 'why'],
  ['What is the reason for that?', 'why'],
  ['says who?', 'why-decided'],
  ['sorry, that makes no sense', 'why-decided'],
  ['can you explain the decision please', 'why-decided'],
  ['which clause says that?', 'why'],
  ['where does it say so', 'why-decided'],
  ['why do you need to know that?', 'why-asked'],
  ['and what was the last day', 'why-decided'],
  ['How many days late am I?', 'why-decided'],
  ['until when could I have sent it back', 'why-decided'],
  ['why my e-mail address?', 'why-asked'],
  ['why the serial number', 'why-asked'],
  ['what has that got to do with it', 'why-asked'],
  ['ok, what now?', 'what-now'],
  ['what are my options then', 'what-now'],
  ['what if it had been opened', 'what-if'],
  ['why is the lid yellow', 'why-perhaps'],
  ['I know why it broke', undefined],
  ['because the reason was the sale', undefined],
  ['why '.repeat(40), undefined],
])('"%s" is %s', (text, question) => expect(readReasonQuestion(text)).toBe(question));
