import type { Agent } from '../../../machines/case.ts';
import type { CaseView } from '../../case/case-view.ts';
import type { StepId } from '../../case/steps.ts';
import { type CaseText, caseText, plainLine, type TextSection } from '../../case/text/case-text.ts';
import { fillIn, words } from '../../words/words.ts';
import {
  actions,
  type Block,
  button,
  confirmation,
  context,
  escaped,
  limits,
  linkButton,
  list,
  plain,
  quote,
  section,
} from './blocks.ts';

/** The buttons of a card, and of the hints beside it. */
export const buttons = {
  claim: 'case-claim',
  release: 'case-release',
  'take-over': 'case-take-over',
  assign: 'case-assign',
  withdraw: 'case-withdraw',
  reopen: 'case-reopen',
  approve: 'case-approve',
  uphold: 'case-uphold',
  'hand-back': 'case-hand-back',
  close: 'case-close',
} as const satisfies Partial<Record<StepId, string>>;
export const deskButton = 'case-desk';

/** By this a card is found again when its post was not noted. */
export const cardEvent = 'returns_case';

/** The card of a case as it stands: `text` for notifications, `blocks` for the screen, metadata to find it by. */
export function caseCard(view: CaseView, deskUrl: string) {
  const text = caseText(view);
  return {
    text: escaped(`${text.heading}. ${text.why} ${text.status}`, 500),
    blocks: blocksOf(text, view, deskUrl),
    brief: [
      section(`${text.heading}. ${text.why} ${words.slack.tooLong}`),
      section(text.status),
      buttonsOf(text, view, deskUrl),
    ],
    metadata: { event_type: cardEvent, event_payload: { reference: view.reference } },
  };
}

/**
 * All of a case on one screen. Whatever a customer wrote stands in plain or rich text, where it cannot become markup.
 */
export function cardBlocks(view: CaseView, deskUrl: string): Block[] {
  return blocksOf(caseText(view), view, deskUrl);
}

function blocksOf(text: CaseText, view: CaseView, deskUrl: string): Block[] {
  return [
    { type: 'header', text: plain(text.heading, limits.header) },
    section(text.why),
    section(text.status),
    ...text.sections.flatMap(sectionBlocks),
    buttonsOf(text, view, deskUrl),
    context(view.isCaller ? words.slack.caller : words.slack.howTo),
  ];
}

function sectionBlocks({ id, title, lines }: TextSection): Block[] {
  if (id === 'opening') return lines.map(({ text }) => quote(title, text));
  return lines.length === 0 ? [section(title)] : list(title, lines.map(plainLine));
}

function buttonsOf({ reference, steps }: CaseText, { agent }: CaseView, deskUrl: string): Block {
  const shown = steps.flatMap((step, index) => {
    if (step === 'take-over') return agent ? [takeOverButton(agent, reference)] : [];
    return isButton(step) ? [stepButton(step, reference, index === 0)] : [];
  });
  return actions([...shown, linkButton(words.steps.openDesk, deskButton, `${deskUrl}#${reference}`)]);
}

/** Slack has no form for the questions of a policy. */
function isButton(step: StepId): step is keyof typeof buttons {
  return Object.hasOwn(buttons, step);
}

/** Whoever takes a case from a colleague sees from whom, and takes it from nobody else. */
function takeOverButton({ id, name: agent }: Agent, reference: string): object {
  const { label, title, about } = words.steps['take-over'];
  const asked = { title: fillIn(title, { agent }), text: fillIn(about, { agent }), yes: label, no: words.steps.cancel };
  return { ...button(label, buttons['take-over'], `${reference} ${id}`), confirm: confirmation(asked) };
}

const atOnce: ReadonlySet<StepId> = new Set(['claim', 'release', 'reopen']);

function stepButton(step: keyof typeof buttons, reference: string, isFirst: boolean): object {
  const opensForm = !atOnce.has(step);
  const { label } = words.steps[step];
  return button(opensForm ? `${label}…` : label, buttons[step], reference, isFirst ? 'primary' : undefined);
}
