import { currentPolicy, type Policies } from '../../../dialogs/turns/policies.ts';
import type { Moment } from '../../../policy/calendar.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { checkPolicy } from '../../check/policy-check.ts';
import type { Desk } from '../../desk.ts';
import { fillIn, words } from '../../words/words.ts';
import type { ModalAnswer } from '../actions.ts';
import type { Agents } from '../agents.ts';
import type { SlackApi } from '../client.ts';
import { nameOf, type SlackInteraction, type SlackView } from '../events.ts';
import { checkActions, checkResult, checkView, detailsIn, filedView, policyOf } from './form.ts';
import { factBlock, factsIn } from './inputs.ts';

type BlockActions = Extract<SlackInteraction, { type: 'block_actions' }>;

/** Runs a policy in a modal for somebody on the phone, and files their case. */
export function createCheck(deps: {
  api: Pick<SlackApi, 'views'>;
  policies: Pick<Policies, 'ids' | 'current'>;
  defaultPolicy: string;
  desk: Pick<Desk, 'takeDown'>;
  agents: Agents;
  /** The moment for which a policy is run. */
  moment(policy: Policy): Moment;
}) {
  const { api, policies, agents, desk } = deps;
  const current = (): Policy[] => policies.ids().flatMap((id) => policies.current(id) ?? []);

  const named = (id: string): Policy => currentPolicy(policies, id);

  async function file(user: SlackInteraction['user'], view: SlackView): Promise<string> {
    const policy = named(policyOf(view));
    const { story, ...order } = detailsIn(view);
    const by = await agents(user.id, nameOf(user));
    const reference = await desk.takeDown({
      id: `slack-${view.id}`,
      policyId: policy.file.id,
      facts: factsIn(policy, view),
      ...order,
      story: [story, fillIn(words.check.takenDownBy, { agent: by.name })].filter(Boolean).join(' '),
      by,
    });
    return fillIn(words.check.filed, { reference });
  }

  return {
    async open(trigger: string): Promise<void> {
      await api.views.open({ trigger_id: trigger, view: checkView(named(deps.defaultPolicy), current()) });
    },

    /** Shows the policy's answer at once, above the inputs. */
    decide(view: SlackView): ModalAnswer {
      const policy = named(policyOf(view));
      const check = checkPolicy(policy, factsIn(policy, view), deps.moment(policy));
      if (check.kind === 'error' && check.error.fact !== undefined) {
        return { response_action: 'errors', errors: { [factBlock(policy, check.error.fact)]: check.error.message } };
      }
      return {
        response_action: 'update',
        view: checkView(policy, current(), checkResult(check, policy.file.timeZone)),
      };
    },

    /** Does what was clicked within the modal; resolves to true if it was something of it. */
    async click({ user, view, actions: [click] }: BlockActions): Promise<boolean> {
      if (!view || !click) return false;
      if (click.action_id === checkActions.policy) {
        const policy = named(click.selected_option?.value ?? deps.defaultPolicy);
        await api.views.update({ view_id: view.id, view: checkView(policy, current()) });
      } else if (click.action_id === checkActions.file) {
        await api.views.update({ view_id: view.id, view: filedView(await file(user, view)) });
      } else return false;
      return true;
    },
  };
}
