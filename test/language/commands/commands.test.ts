import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/language/commands/commands.ts';

const COMMANDS = {
  human: [
    'human',
    'talk to a human',
    'agent please',
    'real person',
    'operator',
    'speak to someone',
    'can I speak with a representative',
    'Could I please talk to somebody?',
    'give me a human!!',
    'I want to talk to a real person now please',
    'please connect me with customer service',
    'is there a human here?',
    "I don't want to talk to a bot",
    'TALK TO A HUMAN',
  ],
  back: ['back', 'go back', 'Go back, please', 'previous question', 'undo', 'undo that', 'one step back'],
  'start-over': [
    'start over',
    'restart',
    'start again',
    'reset',
    'new return',
    'I want to start over',
    "let's start from the beginning",
    'back to the start',
  ],
  help: [
    'help',
    'help!',
    '?',
    '???',
    'what can you do',
    'What do you mean?',
    "I don't understand",
    'I need help',
    'how does this work?',
  ],
  change: ['change', 'change an answer', 'Change an answer', "I'd like to change my last answer", 'correction'],
  mistake: [
    "that's wrong",
    'that’s not right',
    'I made a mistake',
    'I pressed the wrong button',
    'sorry, misclicked',
    'you misunderstood me',
    'I take that back',
  ],
};

describe.each(Object.entries(COMMANDS))('%s', (command, messages) => {
  test.each(messages)('%s', (message) => expect(readCommand(message)).toBe(command));
});

describe('an answer is no command', () => {
  test.each([
    'it came back broken',
    'the human interface device is broken',
    'changed my mind',
    'I want to send it back',
    'return',
    'wrong item',
    'the back cover is missing',
    'the reset button is broken',
    'help desk software',
    'the agent told me to return it',
    'I spoke to someone',
    'no human',
    'the operator manual is missing',
    'someone',
    'it does not start',
    'I want my money back',
    'yes',
    '2',
    'someone else changed it',
    '',
    '😀',
  ])('%s', (message) => expect(readCommand(message)).toBeUndefined());
});
