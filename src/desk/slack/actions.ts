import { refusalSentence } from '../case/text/refusal-text.ts';
import type { Desk } from '../desk.ts';
import { asSentence, words } from '../words/words.ts';
import type { Agents } from './agents.ts';
import { buttons, deskButton } from './card/card.ts';
import { type CaseModalKind, caseModalView, mistakesIn, readCaseModal, stepOf } from './card/form.ts';
import type { SlackApi } from './client.ts';
import { nameOf, type SlackInteraction, type SlackView } from './events.ts';
import type { Hint } from './hints.ts';
import type { SlackLink } from './links.ts';

type BlockActions = Extract<SlackInteraction, { type: 'block_actions' }>;
type User = SlackInteraction['user'];

/** The answer to a modal: an empty one closes it. */
export type ModalAnswer =
  | undefined
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: object };

const modalKinds: Record<string, CaseModalKind> = {
  [buttons.approve]: 'approve',
  [buttons.uphold]: 'uphold',
  [buttons.withdraw]: 'withdraw',
  [buttons.assign]: 'assign',
  [buttons['hand-back']]: 'hand-back',
  [buttons.close]: 'close',
};

/** The steps that need no form. */
type Hold = 'claim' | 'release' | 'reopen' | 'takeOver';
const holds: Record<string, Hold> = {
  [buttons.claim]: 'claim',
  [buttons.release]: 'release',
  [buttons.reopen]: 'reopen',
  [buttons['take-over']]: 'takeOver',
};

/** Takes the buttons of cards, and the modals that they open. */
export function createActions(deps: {
  api: Pick<SlackApi, 'views'>;
  desk: Pick<Desk, 'act' | 'view'>;
  agents: Agents;
  hint: Hint;
  link(reference: string): Promise<SlackLink | undefined>;
}) {
  const { api, desk, agents, hint } = deps;

  async function tell(user: string, reference: string, text: string): Promise<void> {
    await hint(user, text, { thread: (await deps.link(reference))?.ts });
  }

  async function hold(type: Hold, { user, actions: [click] }: BlockActions): Promise<void> {
    // A take-over names from whom as well.
    const [reference = '', from] = (click?.value ?? '').split(' ');
    const by = await agents(user.id, nameOf(user));
    const key = `slack click ${user.id} ${click?.action_ts}`;
    const event = type === 'takeOver' ? ({ type, by, from } as const) : ({ type, by } as const);
    const acted = await desk.act({ reference, event, key });
    if (acted.kind !== 'done') await tell(user.id, reference, refusalSentence(acted, reference));
  }

  async function open(kind: CaseModalKind, { user, trigger_id, actions: [click] }: BlockActions): Promise<void> {
    const reference = click?.value ?? '';
    const view = await desk.view(reference);
    if (!view) return tell(user.id, reference, refusalSentence({ kind: 'no-case' }, reference));
    const { agent, state } = view;
    if (state === 'claimed' && agent && agent.id !== (await agents(user.id, nameOf(user))).id) {
      return tell(user.id, reference, refusalSentence({ kind: 'taken', by: agent }, reference));
    }
    await api.views.open({ trigger_id, view: caseModalView(kind, view) });
  }

  return {
    /** Does what a button says; resolves to true if it was one of a case. */
    async click(interaction: BlockActions): Promise<boolean> {
      const id = interaction.actions[0]?.action_id ?? '';
      const kind = modalKinds[id];
      if (kind) await open(kind, interaction);
      else if (holds[id]) await hold(holds[id], interaction);
      else return id === deskButton;
      return true;
    },

    /** Rules, hands back or closes as the modal says. */
    async submit(user: User, sent: SlackView): Promise<ModalAnswer> {
      const input = readCaseModal(sent);
      const errors = mistakesIn(input);
      if (errors) return { response_action: 'errors', errors };
      const { reference } = input;
      const [view, by] = await Promise.all([desk.view(reference), agents(user.id, nameOf(user))]);
      if (!view) return wrong(refusalSentence({ kind: 'no-case' }, reference), input.kind);
      const to = input.colleague === undefined ? undefined : await agents(input.colleague);
      const event = stepOf(input, view, by, to);
      if (!event)
        return { response_action: 'errors', errors: { resolution: asSentence(words.steps.approve.missingWhat) } };
      // A modal is sent with success once.
      const acted = await desk.act({ reference, event, key: `slack modal ${sent.id}` });
      return acted.kind === 'done' ? undefined : wrong(refusalSentence(acted, reference), input.kind);
    },
  };
}

/** A mistake stands at a field, so at the one that the form has. */
function wrong(text: string, kind?: CaseModalKind): ModalAnswer {
  return { response_action: 'errors', errors: { [kind === 'assign' ? 'colleague' : 'reason']: text } };
}
