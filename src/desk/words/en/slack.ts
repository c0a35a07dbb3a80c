/** Words that only people in Slack read. */
export const slackWords = {
  howTo: 'Reply in this thread to write to the customer. A message that begins with // stays among you.',
  caller: 'Taken down on the phone: the customer is in no chat and hears only what you tell them yourself.',
  tooLong: 'The rest is too long for Slack: see the desk.',
  customerReads: 'The customer reads it.',
  claimAndSend: 'Claim the case and send it again.',
  noWords: 'there are no words in it that could be sent.',
  otherChannel: 'Please use this command in <#{channel}>.',
  noSuchCase: 'There is no case with that reference. Without one the command checks the policy.',
  late: 'This took too long, so it could not be shown: {answer}',
  tryAgain: 'please try again.',
} as const;
