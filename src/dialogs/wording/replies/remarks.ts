import type { Act } from '../../../machines/acts.ts';
import type { Problem } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Conversation, FoundOrder } from '../../../machines/record/record.ts';
import { dayOf } from '../../../policy/calendar.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { Words } from '../catalog/words.ts';
import { inOtherLanguage } from '../other-languages/other-languages.ts';
import { plainMarkdown } from '../plain-markdown.ts';
import { type Question, questionOf } from '../questions.ts';
import { describeAnswer, inferredLine, labelledAnswer } from '../summary.ts';
import { dangerAdvice } from './danger.ts';
import { namesOf } from './details.ts';
import { digressionReply } from './digressions.ts';

interface RemarkContext {
  interview: Interview;
  /** As it is after the step. */
  conversation: Conversation;
  formUrl?: string | undefined;
  /** Numbers of the returns that stay when all else is erased. */
  keptReturns?: readonly string[] | undefined;
}

/** The remark of an act, above the next message; empty if nothing, `undefined` if it is none. */
export function remarkFor(words: Words, act: Act, context: RemarkContext): string | undefined {
  const { interview, conversation } = context;
  switch (act.type) {
    case 'note':
      return words.say('remark.noted', { answer: labelledAnswer(words, interview.policy, act.answer) });
    case 'understood':
      return understood(words, act, context);
    case 'digression':
      return digressionReply(words, act.about, context);
    case 'daysNotUsed':
      return words.say('remark.daysNotUsed', { days: words.all(act.days.map((day) => `"${plainMarkdown(day)}"`)) });
    case 'explain':
      return problemReply(words, act.problem, openQuestion(context), context.interview.policy);
    case 'danger':
      return dangerAdvice(words, act.kind, interview.policy);
    case 'declared':
      return [
        words.say('case.declared', { at: words.instant(act.at, interview.policy.file.timeZone) }),
        act.language && inOtherLanguage(act.language),
      ]
        .filter(Boolean)
        .join('\n\n');
    case 'help':
      return [conversation.open && openQuestion(context).help, words.say('remark.commands')]
        .filter(Boolean)
        .join('\n\n');
    case 'orderShown':
      return orderFound(words, act.order, interview);
    case 'itemShown':
      return itemFound(words, act.item, interview);
    case 'underWay':
      return underWay(words, act, interview);
    case 'termsOfDay':
      return words.say('order.termsOfDay', { day: words.day(act.purchasedOn) });
    case 'orderMissing':
      return words.say(act.isLast ? 'order.givenUp' : 'order.missing');
    case 'orderUnavailable':
      return words.say('order.unavailable');
    case 'warrantyShown':
      return words.say('warranty.found', { day: words.day(act.warrantyUntil) });
    case 'warrantyMissing':
      return words.say('warranty.missing');
    case 'warrantyUnavailable':
      return words.say('warranty.unavailable');
    case 'remind':
    case 'welcomeBack':
      return words.say(`silence.${act.type}`);
    case 'firstQuestion':
    case 'stale':
    case 'restarted':
    case 'nothingToChange':
      return words.say(`remark.${act.type}`);
    case 'erasureFirst':
      return words.say('erasure.first');
    case 'erasureAsked':
      return [words.say('erasure.asked'), returnsKept(words, context)].filter(Boolean).join('\n\n');
    case 'erased': {
      const done = words.say('erasure.done', { human: words.say('button.human') });
      return [done, returnsKept(words, context)].filter(Boolean).join('\n\n');
    }
    case 'withdraw':
      return words.say(act.what === 'decision' ? 'remark.decisionWithdrawn' : 'case.withdrawn', {
        reference: act.reference,
      });
    case 'aboutLeftCase':
      return words.say('case.aboutLeft', { reference: act.reference });
    case 'detailsKept':
      return words.say('remark.detailsKept', { details: namesOf(words, act.details) });
    case 'decisionStands':
      return words.say('remark.decisionStands', {
        reference: act.reference,
        change: words.say('button.change'),
        human: words.say('button.human'),
      });
    default:
      return undefined;
  }
}

/** What the shop has to keep is said before and after. */
function returnsKept(words: Words, { keptReturns = [] }: RemarkContext): string {
  return keptReturns.length > 0 ? words.say('erasure.kept', { numbers: words.all([...keptReturns]) }) : '';
}

/** The reason why a reply cannot be used, and a hint at one that could. */
function problemReply(words: Words, problem: Problem, question: Question, policy: Policy): string {
  const { id, input, choices, example, allowsUnknown } = question;
  switch (problem.kind) {
    case 'not-understood':
      if (id === 'offerHuman') return words.say('unclear.again');
      if (input === 'multi-choice') return words.say('unclear.multiChoice', { none: words.say('button.none') });
      return words.say(choices.length ? 'unclear.choice' : 'unclear.text', { example });
    case 'future-date':
      return words.say('unclear.futureDate', { day: words.day(problem.date), example });
    case 'not-one-day': {
      const between = { from: words.day(problem.from), to: words.day(problem.to) };
      const unknown = allowsUnknown && words.say('unclear.sayUnknown', { unknown: words.say('button.unknown') });
      return [words.say('unclear.notOneDay', between), unknown].filter(Boolean).join(' ');
    }
    case 'not-one-value': {
      const unknown = allowsUnknown && words.say('unclear.sayUnknown', { unknown: words.say('button.unknown') });
      const range = describeAnswer(words, policy, problem);
      return [words.say('unclear.notOneValue', { range }), unknown].filter(Boolean).join(' ');
    }
    case 'other-event': {
      const { from, to } = problem;
      if (from === to) return words.say('unclear.otherEvent', { day: words.day(from) });
      return words.say('unclear.otherEventBetween', { from: words.day(from), to: words.day(to) });
    }
    case 'beside-the-point':
      return words.say('unclear.besideThePoint');
    case 'impossible':
      return words.say('unclear.impossible', { because: problem.because });
    case 'cannot-be-unknown':
      return words.say('unclear.cannotBeUnknown');
    case 'not-so-many':
      return words.say('unclear.notSoMany', { pieces: problem.of });
  }
}

/** The facts taken from a free message, unless the next question shows it back anyway. */
function understood(words: Words, act: Extract<Act, { type: 'understood' }>, context: RemarkContext): string {
  const { policy } = context.interview;
  const members = Object.entries(act.mentioned).map(([fact, value]) => describeAnswer(words, policy, { fact, value }));
  const isShownBack = context.conversation.open?.id === 'confirm';
  const line = isShownBack ? '' : inferredLine(words, policy, act);
  const facts = [line, ...members].filter(Boolean).join('; ');
  return facts ? words.say('remark.understood', { facts }) : '';
}

/** The order as it was found, so that a customer sees what is not asked again. */
function orderFound(words: Words, { number, items }: FoundOrder, interview: Interview): string {
  const shown = plainMarkdown(number);
  const [only] = items;
  return only && items.length === 1
    ? words.say('order.found', { number: shown, item: itemFound(words, only, interview) })
    : words.say('order.foundItems', { number: shown, items: items.length });
}

function itemFound(words: Words, { name, facts }: FoundOrder['items'][number], { policy }: Interview): string {
  const known = Object.entries(facts).map(([fact, value]) => `- ${labelledAnswer(words, policy, { fact, value })}`);
  return [`**${plainMarkdown(name)}**`, known.join('\n'), words.say('order.correct')].filter(Boolean).join('\n\n');
}

/** What is under way for the item, and what can be done about it. */
function underWay(words: Words, { item, what }: Extract<Act, { type: 'underWay' }>, { policy }: Interview): string {
  if (what.kind === 'settled') return words.say(`underWay.${what.state}`, { item: plainMarkdown(item) });
  const { reference, at } = what;
  const values = { item: plainMarkdown(item), reference, day: words.day(dayOf(new Date(at), policy.file.timeZone)) };
  if (what.kind === 'return') return words.say('underWay.return', values);
  return words.say(what.isClaimed ? 'underWay.case.claimed' : 'underWay.case', values);
}

function openQuestion({ interview, conversation }: RemarkContext): Question {
  return questionOf(interview, conversation, conversation.open ?? { id: 'offerHuman', unclear: 0 });
}
