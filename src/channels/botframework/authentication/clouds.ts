import type { BotCloud } from './authentication.ts';

/**
 * The clouds of the United States' government, by the address that botbuilder calls `ChannelService`; the addresses are
 * botbuilder's own (`botframework-connector`, `GovernmentConstants`).
 */
const governmentCloud: BotCloud = {
  CallerId: 'urn:botframework:azureusgov',
  OAuthUrl: 'https://api.botframework.azure.us',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.us',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
  ToChannelFromBotOAuthScope: 'https://api.botframework.us',
};

/** The cloud of a bot; `undefined` for the public one. */
export function cloudOf(channelService: 'https://botframework.azure.us' | undefined): BotCloud | undefined {
  return channelService === undefined ? undefined : governmentCloud;
}
