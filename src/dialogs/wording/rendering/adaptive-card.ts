import type { JsonObject } from '../../../store/store.ts';
import type { Action, Button, Card, Checklist, DecisionCard } from '../replies/reply.ts';

/** The way that a card's buttons send their data: by their data, or as Teams shows it in the chat. */
type Submits = 'submit' | 'teams';

/**
 * The attachment that shows a card as an Adaptive Card; version 1.5 is the newest that Web Chat and Teams both know.
 */
export function adaptiveCard(card: Card, submits: Submits): JsonObject {
  const { body, actions } = card.kind === 'checklist' ? checklist(card) : decision(card, submits);
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

interface Parts {
  body: JsonObject[];
  actions: JsonObject[];
}

function checklist({ questionId, label, choices, ticked, send, none }: Checklist): Parts {
  const data = (action: Action): JsonObject => ({ returns: { ...action } });
  return {
    body: [
      {
        type: 'Input.ChoiceSet',
        id: 'answer',
        label,
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        choices,
        ...(ticked && { value: ticked.join(',') }),
      },
    ],
    actions: [
      // The ticked values come beside the data, under the id of the input.
      { type: 'Action.Submit', title: send, style: 'positive', data: data({ questionId }) },
      { type: 'Action.Submit', title: none, data: data({ questionId, answer: [] }), associatedInputs: 'none' },
    ],
  };
}

function decision({ headline, figures, sections, note, form, buttons }: DecisionCard, submits: Submits): Parts {
  return {
    body: [
      text(headline, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...(figures.length ? [{ type: 'FactSet', facts: figures }] : []),
      ...sections.flatMap(({ title, lines }) => [
        text(title, { weight: 'Bolder', spacing: 'Medium', color: 'Accent' }),
        ...lines.map((line) => text(line)),
      ]),
      text(note, { size: 'Small', isSubtle: true, spacing: 'Medium' }),
    ],
    actions: [
      ...(form ? [{ type: 'Action.OpenUrl', title: form.title, url: form.url, style: 'positive' }] : []),
      ...buttons.map((button) => submit(button, submits)),
    ],
  };
}

function submit({ title, action }: Button, submits: Submits): JsonObject {
  const value = { returns: { ...action } };
  const cardAction = { type: 'messageBack', text: title, displayText: title, value };
  // Web Chat has no documented way to show a submit in the chat; this is how it marks the buttons of its own cards.
  const forWebChat = { ...value, __isBotFrameworkCardAction: true, cardAction };
  return { type: 'Action.Submit', title, data: submits === 'teams' ? { msteams: cardAction } : forWebChat };
}

function text(content: string, more: JsonObject = {}): JsonObject {
  return { type: 'TextBlock', text: content, wrap: true, spacing: 'Small', ...more };
}
