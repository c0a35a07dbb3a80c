import type { Decision } from '../../policy/engine/decision.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { JsonObject } from '../../store/store.ts';
import { possibilities, refundForms, refusalOffer, titles, verdicts } from './copy.ts';
import type { Question } from './questions.ts';
import { describeDate, describeFee, describeInstant, describeMoney } from './summary.ts';

/** What a decision card shows beside the decision itself. */
export interface DecisionDetails {
  reference: string;
  formUrl?: string | undefined;
  steps: string[];
  notes: string[];
}

/** An Adaptive Card for a question with several answers at once. */
export function multiChoiceCard(question: Question): JsonObject {
  const data = { returns: { questionId: question.id } };
  return card(
    [
      {
        type: 'Input.ChoiceSet',
        id: 'answer',
        label: 'Tick all that apply',
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        choices: question.choices.map(({ title, value }) => ({ title, value })),
        ...(question.mentioned && { value: question.mentioned.join(',') }),
      },
    ],
    [
      { type: 'Action.Submit', title: titles.send, style: 'positive', data },
      {
        type: 'Action.Submit',
        title: titles.none,
        data: { returns: { ...data.returns, answer: [] } },
        associatedInputs: 'none',
      },
    ],
  );
}

/** An Adaptive Card that tells a decision: verdict, clauses, terms, money, days, and what is still possible. */
export function decisionCard(policy: Policy, decision: Decision, details: DecisionDetails): JsonObject {
  const { headline } = verdicts[decision.resolution];
  const numbers = figures(decision, policy.file.timeZone);
  const body: JsonObject[] = [
    text(headline, { size: 'Large', weight: 'Bolder', style: 'heading' }),
    ...(numbers.length ? [{ type: 'FactSet', facts: numbers }] : []),
    ...section(
      decision.resolution === 'not-eligible' ? 'Why' : 'What the policy says',
      clauseTexts(policy, decision.clauses),
    ),
    ...section(
      'What to do now',
      details.steps.length ? [text(details.steps.map((step, i) => `${i + 1}. ${step}`).join('\n'))] : [],
    ),
    ...section('Good to know', clauseTexts(policy, decision.terms)),
    ...section(
      'Still possible',
      [...stillPossible(decision), ...details.notes].map((line) => text(line)),
    ),
    text(`${policy.file.statutoryNote} Reference ${details.reference}.`, {
      size: 'Small',
      isSubtle: true,
      spacing: 'Medium',
    }),
  ];
  return card(body, [
    ...(details.formUrl === undefined
      ? []
      : [{ type: 'Action.OpenUrl', title: formTitle(decision), url: details.formUrl, style: 'positive' }]),
    { type: 'Action.Submit', title: titles.change, data: titles.change },
    { type: 'Action.Submit', title: titles.human, data: titles.human },
  ]);
}

/** What the customer may choose or ask for besides. */
export function stillPossible(decision: Decision): string[] {
  const offers = (decision.alternatives ?? []).map(
    (resolution) => possibilities[resolution] ?? verdicts[resolution].sentence,
  );
  return decision.resolution === 'not-eligible' ? [...offers, refusalOffer] : offers;
}

/** Deadlines, fee, what remains and in what form, each with its name; times of day are those of the time zone. */
export function figures(decision: Decision, timeZone = 'UTC'): { title: string; value: string }[] {
  const { deadline, deadlineAt, sendBy, refund, refundAs } = decision;
  const byDay = deadline && `${describeDate(deadline)}, end of the day`;
  const rows: [string, string | undefined][] = [
    ['Form by', deadlineAt ? describeInstant(deadlineAt, timeZone) : byDay],
    ['Send it by', sendBy && describeDate(sendBy)],
    ['Fee', feeText(decision)],
    ['You get', refund && describeMoney(refund.amount, refund.currency)],
    [refund ? 'As' : 'You get', refundAs?.map((form) => refundForms[form]).join(', or ')],
  ];
  return rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function feeText({ feePercent, fee, refund }: Decision): string | undefined {
  if (feePercent === 0) return 'none';
  if (feePercent === undefined) return fee && (refund ? describeMoney(refund.fee, refund.currency) : describeFee(fee));
  return refund ? `${feePercent} % = ${describeMoney(refund.fee, refund.currency)}` : `${feePercent} % of the price`;
}

function formTitle({ resolution }: Decision): string {
  if (resolution === 'cancellation') return 'Open the cancellation form';
  return resolution === 'warranty-repair' ? 'Open the repair form' : 'Open the return form';
}

function clauseTexts(policy: Policy, clauses: string[]): JsonObject[] {
  return clauses.map((id) => {
    const clause = policy.file.clauses[id];
    return text(`**${clause?.title ?? id}.** ${clause?.text ?? ''}`);
  });
}

function section(title: string, items: JsonObject[]): JsonObject[] {
  return items.length ? [text(title, { weight: 'Bolder', spacing: 'Medium', color: 'Accent' }), ...items] : [];
}

function text(content: string, more: JsonObject = {}): JsonObject {
  return { type: 'TextBlock', text: content, wrap: true, spacing: 'Small', ...more };
}

function card(body: JsonObject[], actions: JsonObject[]): JsonObject {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      body,
      actions,
    },
  };
}
