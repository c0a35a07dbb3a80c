import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { BotAuthentication } from './authentication/authentication.ts';

/** CloudAdapter without its own reading of requests, which lets anything in and tells callers too much. */
export class TurnAdapter extends CloudAdapter {
  constructor(authentication: BotAuthentication) {
    super(authentication);
  }

  /** Authenticates the caller and runs `logic`; resolves with what is to be answered, if it is more than 200. */
  run(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}
