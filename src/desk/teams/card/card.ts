import type { Agent } from '../../../machines/case.ts';
import { rulingsIn } from '../../../machines/rulings.ts';
import type { JsonObject } from '../../../store/store.ts';
import type { CaseView } from '../../case/case-view.ts';
import { grantsOf } from '../../case/rulings.ts';
import type { StepId } from '../../case/steps.ts';
import { caseText, plainLine, type TextSection } from '../../case/text/case-text.ts';
import { resolutionInWords } from '../../case/text/words.ts';
import { asSentence, fillIn, words } from '../../words/words.ts';
import { card, execute, richText, section, title } from './parts.ts';

/** Additions to a card beside its case. */
export interface CardExtras {
  /** The address of the desk in the browser. */
  deskUrl: string;
  /** The reason why the latest step was refused. */
  notice?: string | undefined;
  /** Whose clients ask for the card anew when they show it; in the channel it is updated for everybody instead. */
  viewers?: string[];
}

/** All of a case on one card, with the buttons of its state. */
export function caseCard(view: CaseView, { deskUrl, notice, viewers = [] }: CardExtras): JsonObject {
  const { reference, heading, isUrgent, status, why, sections, steps } = caseText(view);
  const data = { reference };
  const refresh = execute(words.steps.refresh, 'refresh', data);
  return card(
    [
      ...(notice === undefined ? [] : [richText(notice, 400, { color: 'Attention', weight: 'Bolder' })]),
      title(heading, { size: 'Large', ...(isUrgent && { color: 'Attention' }) }),
      richText(status, 800, { weight: 'Bolder' }),
      richText(why),
      ...sections.flatMap(sectionBlocks),
    ],
    [
      ...buttonsOf(view, steps, data),
      refresh,
      { type: 'Action.OpenUrl', title: words.steps.openDesk, url: `${deskUrl}#${reference}` },
    ],
    { action: refresh, userIds: viewers },
  );
}

/** As much of it as Teams takes in any case; the desk in the browser has the rest. */
export function briefCard(view: CaseView, { deskUrl }: CardExtras): JsonObject {
  const { reference, heading, isUrgent, status, why, steps } = caseText(view);
  const data = { reference };
  return card(
    [
      title(heading, { size: 'Large', ...(isUrgent && { color: 'Attention' }) }),
      richText(status, 400, { weight: 'Bolder' }),
      richText(why, 600),
      richText(fillIn(words.teams.tooLong, { heading: reference })),
    ],
    [
      ...steps.flatMap((step) =>
        step === 'claim' ? [execute(words.steps.claim.label, 'claim', data, { style: 'positive' })] : [],
      ),
      { type: 'Action.OpenUrl', title: words.steps.openDesk, url: `${deskUrl}#${reference}` },
    ],
  );
}

function sectionBlocks({ title: heading, lines }: TextSection): JsonObject[] {
  return lines.length === 0 ? [title(heading, { spacing: 'Medium' })] : section(heading, lines.map(plainLine));
}

/** A card holds five buttons, so what people do to a case of theirs, or a settled one, stands below one of them. */
function buttonsOf(view: CaseView, steps: readonly StepId[], data: JsonObject): JsonObject[] {
  const ruling: JsonObject = view.state === 'ruled' ? { ...data, again: rulingsIn(view) || true } : data;
  return steps.flatMap((step): JsonObject[] => {
    switch (step) {
      case 'claim':
        return [execute(words.steps.claim.label, 'claim', data, { style: 'positive' })];
      case 'approve':
        return [approval(view, ruling)];
      case 'uphold':
        return [upholding(ruling)];
      case 'ask':
        return [more(view, data)];
      case 'withdraw':
        return view.state === 'ruled' ? [afterRuling(data)] : [];
      case 'reopen':
        return view.state === 'closed' ? [execute(words.steps.reopen.title, 'reopen', data)] : [];
      default:
        return [];
    }
  });
}

/** Opens to a form in the card itself: what is granted, and why. */
function approval(view: CaseView, data: JsonObject): JsonObject {
  const grants = grantsOf(view);
  const own = view.decision?.resolution;
  const choices = grants.map((value) => ({ title: resolutionInWords(value, view.outcomes), value }));
  const first = own !== undefined && grants.includes(own) ? own : grants[0];
  return unfolding(`${words.steps.approve.label}…`, [
    choiceSet('grant', words.steps.approve.what, choices, first),
    textInput('approveReason', words.steps.approve.field, words.steps.approve.missing),
    [execute(words.steps.approve.label, 'approve', data, { style: 'positive' })],
  ]);
}

function upholding(data: JsonObject): JsonObject {
  return unfolding(`${words.steps.uphold.label}…`, [
    textInput('upholdReason', words.steps.uphold.field, words.steps.uphold.missing),
    [execute(words.steps.uphold.label, 'uphold', data, { style: 'destructive' })],
  ]);
}

function more(view: CaseView, data: JsonObject): JsonObject {
  const questions = view.questions.map(({ fact, label }) => ({ title: label, value: fact }));
  const { agent } = view;
  return unfolding(words.steps.more, [
    choiceSet('question', words.steps.ask.field, questions),
    textInput('note', words.teams.orNote),
    [
      ...(agent ? [takeOver(agent, data)] : []),
      execute(words.steps.ask.title, 'ask', data),
      execute(words.steps['hand-back'].title, 'hand-back', data),
      execute(words.steps.close.title, 'close', data),
      execute(words.steps.release.label, 'release', data),
    ],
  ]);
}

/** Whoever takes a case from a colleague sees from whom, and takes it from nobody else. */
function takeOver({ id: from, name: agent }: Agent, data: JsonObject): JsonObject {
  return execute(fillIn(words.steps['take-over'].title, { agent }), 'take-over', { ...data, from });
}

function afterRuling(data: JsonObject): JsonObject {
  return unfolding(words.steps.more, [
    textInput('note', words.steps.withdraw.field),
    [
      execute(words.steps.withdraw.title, 'withdraw', data, { style: 'destructive' }),
      execute(words.steps.reopen.title, 'reopen', data),
      execute(words.steps.close.title, 'close', data),
    ],
  ]);
}

function unfolding(name: string, parts: [...JsonObject[], JsonObject[]]): JsonObject {
  const actions = parts.at(-1) as JsonObject[];
  return {
    type: 'Action.ShowCard',
    title: name,
    card: { type: 'AdaptiveCard', body: parts.slice(0, -1) as JsonObject[], actions },
  };
}

function choiceSet(id: string, label: string, choices: JsonObject[], value?: string): JsonObject {
  return { type: 'Input.ChoiceSet', id, label, style: 'compact', choices, ...(value !== undefined && { value }) };
}

/** A box for a few lines; with `missing`, which says what is missing, it has to be filled. */
function textInput(id: string, label: string, missing?: string): JsonObject {
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline: true,
    maxLength: 500,
    ...(missing !== undefined && { isRequired: true, errorMessage: asSentence(missing) }),
  };
}
