import type { Logger } from 'pino';
import type { Policies } from '../../dialogs/turns/policies.ts';
import type { Moment } from '../../policy/calendar.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Store } from '../../store/store.ts';
import { headingOf } from '../case/text/case-text.ts';
import type { Desk } from '../desk.ts';
import type { DeskApp } from '../desk-app.ts';
import { fillIn, words } from '../words/words.ts';
import { createActions } from './actions.ts';
import { createAgents } from './agents.ts';
import { cardBlocks } from './card/card.ts';
import { caseModal } from './card/form.ts';
import { createCheck } from './check/check.ts';
import { checkModal } from './check/form.ts';
import { createSlackApi, type SlackSettings } from './client.ts';
import type { SlackCommand, SlackInteraction } from './events.ts';
import { createHints } from './hints.ts';
import { linkOf } from './links.ts';
import { createSlackNotifier } from './notifier.ts';
import { mountSlack, type SlackApp } from './routes.ts';
import { createThread } from './thread.ts';

export interface SlackDeps {
  settings: SlackSettings;
  desk: Desk;
  store: Store;
  policies: Pick<Policies, 'ids' | 'current'>;
  defaultPolicy: string;
  /** The address of the desk in the browser. */
  deskUrl: string;
  moment(policy: Policy): Moment;
  now(): Date;
  log: Logger;
}

/** Puts Slack together: what tells it of cases, and what takes what people do there. */
export function createSlack(deps: SlackDeps): DeskApp {
  const { settings, desk, store, log, now, deskUrl } = deps;
  const { channel } = settings;
  const api = createSlackApi(settings);
  const agents = createAgents(api, now);
  const hint = createHints(api, channel, log);
  const actions = createActions({ api, desk, agents, hint, link: (reference) => linkOf(store, reference) });
  const check = createCheck({ ...deps, api, agents });

  async function onInteraction(interaction: SlackInteraction): Promise<object | undefined> {
    if (interaction.type === 'view_submission') {
      const { view, user } = interaction;
      if (view.callback_id === caseModal) return actions.submit(user, view);
      return view.callback_id === checkModal ? check.decide(view) : undefined;
    }
    // A click is answered at once; its modal, or why there is none, comes by itself.
    const isElsewhere = interaction.channel && interaction.channel.id !== channel;
    if (!isElsewhere && !(await check.click(interaction))) await actions.click(interaction);
    return undefined;
  }

  async function onCommand({ text, channel_id, trigger_id }: SlackCommand): Promise<object | undefined> {
    // Whoever is in the channel may see cases, and nobody else in the workspace.
    if (channel_id !== channel) return forYou(fillIn(words.slack.otherChannel, { channel }));
    const reference = text.trim().toUpperCase();
    if (reference === '') {
      await check.open(trigger_id);
      return undefined;
    }
    const view = /^[A-Z0-9-]{1,20}$/.test(reference) ? await desk.view(reference) : undefined;
    if (!view) return forYou(words.slack.noSuchCase);
    return { ...forYou(headingOf(view)), blocks: cardBlocks(view, deskUrl) };
  }

  const app: SlackApp = {
    onMessage: createThread({ desk, store, agents, hint }),
    onInteraction,
    onCommand,
    async onLate(from, answer) {
      const user = 'user' in from ? from.user.id : from.user_id;
      await hint(user, fillIn(words.slack.late, { answer: lateText(answer) }));
    },
    async onFailure(user) {
      if (user !== undefined) await hint(user, words.refusals.failed);
    },
  };
  return {
    notifier: createSlackNotifier({ api, channel, store, desk, deskUrl, now, log }),
    mount(server, { inFlight }) {
      mountSlack(server, { app, signingSecret: settings.signingSecret, store, now, log }, inFlight);
      return undefined;
    },
  };
}

function forYou(text: string) {
  return { response_type: 'ephemeral', text };
}

/** The words in an answer that came too late. */
function lateText(answer: object): string {
  if ('errors' in answer) return Object.values(answer.errors as Record<string, string>).join(' ');
  return words.slack.tryAgain;
}
