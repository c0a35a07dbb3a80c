/** What the doctor says of a connection that does not work; `{why}` is a status or a code of the other side. */
export const doctorWords = {
  none: 'No desk beside the page is set up.',
  well: 'works.',
  unreachable: 'cannot be reached: {why}.',
  answered: 'answers {why}, which is not expected here.',
  slackToken: 'SLACK_BOT_TOKEN is not taken: {why}.',
  slackChannel: 'the app cannot read SLACK_CHANNEL ({why}): invite it there with /invite.',
  slackScope: 'the app lacks a scope: install it anew with the manifest of docs/guides/slack-manifest.yaml.',
  teamsToken: 'Microsoft gives no token for MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId: {why}.',
  teamsService: 'TEAMS_SERVICE_URL does not take the bot’s token ({why}): is ChannelService that of your cloud?',
  teamsChannel: 'the bot is not in TEAMS_CHANNEL ({why}): add the app to its team.',
  chatwootToken: 'CHATWOOT_TOKEN is not taken ({why}), or not for CHATWOOT_ACCOUNT.',
  chatwootInbox: 'there is no CHATWOOT_INBOX in this account ({why}).',
  chatwootKind: 'CHATWOOT_INBOX is not an inbox of kind API.',
} as const;
