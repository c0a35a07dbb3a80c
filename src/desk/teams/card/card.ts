import type { JsonObject } from '../../../store/store.ts';
import type { CaseView } from '../../case/case-view.ts';
import { cut } from '../../case/excerpts.ts';
import { grantsOf } from '../../case/rulings.ts';
import { reasonInWords, resolutionInWords, sourceInWords, standingOf } from '../../case/words.ts';
import { card, execute, said, section, title } from './parts.ts';

/** What stands on a card beside its case. */
export interface CardExtras {
  /** Where the desk in the browser is. */
  deskUrl: string;
  /** Why what somebody just did was not done. */
  notice?: string | undefined;
  /** Whose clients ask for the card anew when they show it; in the channel it is updated for everybody instead. */
  viewers?: string[];
}

/** All of a case on one card, with the buttons of its state. */
export function caseCard(view: CaseView, { deskUrl, notice, viewers = [] }: CardExtras): JsonObject {
  const data = { reference: view.reference };
  return card(
    [
      ...(notice === undefined ? [] : [said(notice, 400, { color: 'Attention', weight: 'Bolder' })]),
      title(headline(view), { size: 'Large', ...(view.urgent && { color: 'Attention' }) }),
      said(standingOf(view), 800, { weight: 'Bolder' }),
      said(`Why: ${reasonInWords(view.because)}. Shop: ${view.shop.name}.`),
      ...section('The customer said first', view.opening ? [view.opening] : []),
      ...section('Known', view.facts.map(factLine)),
      ...section('Not known, and what each answer would lead to', view.unknown.map(unknownLine)),
      ...decisionLines(view),
      ...section('Order', orderLines(view)),
    ],
    [...actionsOf(view, data), { type: 'Action.OpenUrl', title: 'Open desk', url: `${deskUrl}#${view.reference}` }],
    { action: execute('Refresh', 'refresh', data), userIds: viewers },
  );
}

/** The case in a line, for notifications and lists. */
export function headline({ reference, urgent }: Pick<CaseView, 'reference' | 'urgent'>): string {
  return urgent ? `URGENT · Case ${reference}` : `Case ${reference}`;
}

function factLine({ label, summary, source }: CaseView['facts'][number]): string {
  return `${label}: ${summary} (${sourceInWords(source)})`;
}

function unknownLine({ label, answers }: CaseView['unknown'][number]): string {
  return `${label}: ${answers.map(({ title: name, resolution }) => `${name} → ${resolutionInWords(resolution)}`).join('; ')}`;
}

function decisionLines({ decision }: CaseView): JsonObject[] {
  if (!decision) return [said('The policy has not decided: not everything it needs was told.')];
  const { resolution, clauses, terms, feePercent } = decision;
  const fee = feePercent === undefined ? '' : `, fee ${feePercent} %`;
  const lines = [...clauses, ...terms].map(({ title: name, text }) => cut(`${name}. ${text}`, 250));
  const heading = `The policy says: ${resolutionInWords(resolution)}${fee}`;
  return lines.length ? section(heading, lines) : [title(heading, { spacing: 'Medium' })];
}

function orderLines({ details: { orderNumber, email, serialNumber, item } }: CaseView): string[] {
  const named = { Number: orderNumber, 'E-mail': email, 'Serial number': serialNumber, Item: item };
  return Object.entries(named).flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
}

function actionsOf(view: CaseView, data: JsonObject): JsonObject[] {
  const claim = execute('Claim', 'claim', data, { style: 'positive' });
  const refresh = execute('Refresh', 'refresh', data);
  switch (view.state) {
    case 'waiting':
      return [claim, approval(view, data), upholding(data), refresh];
    case 'claimed':
      return [approval(view, data), upholding(data), more(view, data), refresh];
    case 'handed-back':
      return [claim, refresh];
    case 'ruled':
      return [execute('Close the case', 'close', data), refresh];
    default:
      return [refresh];
  }
}

/** Opens to a form in the card itself: what is granted, and why. */
function approval(view: CaseView, data: JsonObject): JsonObject {
  const grants = grantsOf(view);
  const own = view.decision?.resolution;
  const choices = grants.map((value) => ({ title: resolutionInWords(value), value }));
  const first = own !== undefined && grants.includes(own) ? own : grants[0];
  return unfolding('Approve…', [
    choiceSet('grant', 'What is granted', choices, first),
    words('approveReason', 'Reason, which the customer reads', true),
    [execute('Approve', 'approve', data, { style: 'positive' })],
  ]);
}

function upholding(data: JsonObject): JsonObject {
  return unfolding('Uphold…', [
    words('upholdReason', 'Reason, which the customer reads', true),
    [execute('Uphold', 'uphold', data, { style: 'destructive' })],
  ]);
}

function more(view: CaseView, data: JsonObject): JsonObject {
  const questions = view.questions.map(({ fact, label }) => ({ title: label, value: fact }));
  return unfolding('More…', [
    choiceSet('question', 'Put one of the policy’s questions to the customer', questions),
    words('note', 'Or a last word to the customer', false),
    [
      execute('Ask the question', 'ask', data),
      execute('Hand back to the assistant', 'hand-back', data),
      execute('Close the case', 'close', data),
      execute('Release the case', 'release', data),
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

function words(id: string, label: string, isRequired: boolean): JsonObject {
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline: true,
    maxLength: 500,
    ...(isRequired && { isRequired, errorMessage: 'Please give a reason.' }),
  };
}
