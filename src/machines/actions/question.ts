import { isAsked } from '../../policy/fact-types/fact-types.ts';
import { isHandedBack } from '../case.ts';
import { answersFromOrder, detailsAtMost, nextDetail } from '../details.ts';
import { knownAnswers, questionsWhenAsking, unconfirmed, withAnswer } from '../interview.ts';
import type { Answer, Conversation, Details } from '../record/record.ts';
import { type Context, followed, knowing, type Scene, saying, standing } from '../scene.ts';

/** The answers that a customer can give anew. */
export function changeable({ interview, conversation }: Context): Answer[] {
  return knownAnswers(interview, conversation).filter(({ fact }) => isAsked(interview.policy.file.facts[fact]));
}

/** Opens the next question: a detail that can spare questions, else the fact the plan asks for. */
export function openNext(scene: Scene): Partial<Context> {
  const { interview, conversation } = scene.context;
  const next = standing(scene.context);
  if (next.kind !== 'open') return {};
  return knowing(scene, { open: { id: nextDetail(interview, conversation, next) ?? next.ask, unclear: 0 } });
}

/** Asks the open question, or says how things stand where none is open. */
export function ask(scene: Scene): Partial<Context> {
  const { open } = scene.context.conversation;
  return open ? saying(scene, { type: 'ask', open, atMost: atMost(scene.context, open.id) }) : standBy(scene);
}

function atMost(context: Context, id: string): number {
  const { interview, conversation } = context;
  const next = standing(context);
  const details = next.kind === 'open' ? detailsAtMost(interview, conversation, next) : 0;
  if (id === 'changeWhich') {
    const known = changeable(context);
    return 1 + details + Math.max(0, ...known.map(({ fact }) => questionsWhenAsking(interview, known, fact)));
  }
  const { answers, ranges } = unconfirmed(conversation);
  const confirmation = answers.length + ranges.length > 0 ? 1 : 0;
  return (next.kind === 'open' ? next.atMost : 0) + details + confirmation + (id === 'offerHuman' ? 1 : 0);
}

/** Leaves a case or a decision as it is and says so. */
export function standBy(scene: Scene): Partial<Context> {
  const { case: filed, decision } = scene.context.conversation;
  const quiet = knowing(scene, { open: undefined });
  if (filed && !isHandedBack(filed)) return { ...quiet, ...saying(scene, { type: 'caseStands', filed }) };
  if (decision) return { ...quiet, ...saying(scene, { type: 'decisionStands', reference: decision.reference }) };
  return {};
}

/** Keeps an answer to a fact and shows it back. */
export function keepAnswer(scene: Scene): Partial<Context> {
  const { context, event } = scene;
  if (event.type !== 'answer') return {};
  const { interview, conversation } = context;
  const { answer } = event;
  const answers = withAnswer(interview, conversation.answers, answer) ?? conversation.answers;
  const ranges = conversation.ranges.filter(({ fact }) => fact !== answer.fact);
  const trail = followed(conversation, answer.fact);
  return {
    ...knowing(scene, { answers, ranges, trail, changing: undefined, open: undefined }),
    ...saying(scene, { type: 'note', answer }),
  };
}

/** Keeps an answer that a person asked for; the person goes on, so nothing is said. */
export function keepAnswerQuietly(scene: Scene): Partial<Context> {
  const { acts } = scene.context;
  return { ...keepAnswer(scene), acts };
}

/** Takes back what was answered last, with all that was looked up by it. */
export function takeBackAnswer(scene: Scene): Partial<Context> {
  const { conversation } = scene.context;
  if (conversation.changing !== undefined) return knowing(scene, { changing: undefined, open: undefined });
  const last = conversation.trail.at(-1);
  const trail = conversation.trail.slice(0, -1);
  const answers = conversation.answers.filter(({ fact }) => fact !== last);
  const ranges = conversation.ranges.filter(({ fact }) => fact !== last);
  const details: Details = { ...conversation.details };
  delete details[last as keyof Details];
  const byLookUp: Partial<Conversation> =
    last === 'orderNumber' || last === 'email'
      ? { order: undefined, fromLookUp: [] }
      : last === 'item' || last === 'serialNumber'
        ? {
            fromLookUp:
              conversation.order && last === 'serialNumber' ? answersFromOrder(conversation.order, details.item) : [],
          }
        : {};
  return knowing(scene, { answers, ranges, details, trail, ...byLookUp, open: undefined });
}
