/** The app as Teams installs it, by its manifest schema 1.16. */
export function manifestOf({ appId, publicUrl, version }: { appId: string; publicUrl: string; version: string }) {
  const { hostname } = new URL(publicUrl);
  const commands = [
    { title: 'queue', description: 'The open cases' },
    { title: 'case', description: 'One of them, such as: case K7M2-9QXD' },
    { title: 'check', description: 'Run a policy for somebody on the phone' },
  ];
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json',
    manifestVersion: '1.16',
    version,
    id: appId,
    developer: {
      name: hostname.slice(0, 32),
      websiteUrl: publicUrl,
      privacyUrl: publicUrl,
      termsOfUseUrl: publicUrl,
    },
    name: { short: 'Returns', full: 'Returns assistant' },
    description: {
      short: 'Cases of customers who want to return something',
      full: 'Posts cases of customers to a channel. People claim and rule on them there, and talk with the customer in the thread of the case: what is written in such a thread is sent to that customer.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0b5c8f',
    bots: [
      {
        botId: appId,
        scopes: ['team', 'personal'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [{ scopes: ['team', 'personal'], commands }],
      },
    ],
    validDomains: [hostname],
    webApplicationInfo: { id: appId, resource: publicUrl },
    // Replies in a thread reach the bot without a mention.
    authorization: {
      permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
    },
  };
}
