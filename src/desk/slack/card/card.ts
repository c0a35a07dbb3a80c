import type { CaseView } from '../../case/case-view.ts';
import { cut } from '../../case/excerpts.ts';
import { reasonInWords, resolutionInWords, sourceInWords, standingOf } from '../../case/words.ts';
import type { ShownCase } from '../shown-case.ts';
import {
  actions,
  type Block,
  button,
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
  approve: 'case-approve',
  uphold: 'case-uphold',
  handBack: 'case-hand-back',
  close: 'case-close',
  desk: 'case-desk',
} as const;

/** By this a card is found again when its post was not noted. */
export const cardEvent = 'returns_case';

/** The card of a case as it stands: `text` for notifications, `blocks` for the screen, metadata to find it by. */
export function caseCard(view: ShownCase, deskUrl: string) {
  return {
    text: escaped(`${headline(view)}: ${reasonInWords(view.because)}. ${standingOf(view)}`, 500),
    blocks: cardBlocks(view, deskUrl),
    brief: [
      section(`${headline(view)}: ${reasonInWords(view.because)}. The rest is too long for Slack: see the desk.`),
      section(standingOf(view)),
      actions(buttonsOf(view, deskUrl)),
    ],
    metadata: { event_type: cardEvent, event_payload: { reference: view.reference } },
  };
}

/** All of a case on one screen. Whatever a customer wrote stands in plain or rich text, where it cannot become markup. */
export function cardBlocks(view: ShownCase, deskUrl: string): Block[] {
  return [
    { type: 'header', text: plain(headline(view), limits.header) },
    section(`Why: ${reasonInWords(view.because)}. Shop: ${view.shop.name}.`),
    section(standingOf(view)),
    ...(view.opening ? [quote('The customer said first', view.opening)] : []),
    ...list('Known', view.facts.map(factLine)),
    ...list('Not known, and what each answer would lead to', view.unknown.map(unknownLine)),
    ...decisionBlocks(view),
    ...list('Order', orderLines(view)),
    actions(buttonsOf(view, deskUrl)),
    context(
      view.isCaller
        ? 'Taken down on the phone: the customer is in no chat and hears only what you tell them yourself.'
        : 'Reply in this thread to write to the customer. A message that begins with // stays among you.',
    ),
  ];
}

function headline({ reference, urgent }: CaseView): string {
  return urgent ? `URGENT · Case ${reference}` : `Case ${reference}`;
}

function factLine({ label, summary, source }: CaseView['facts'][number]): string {
  return `${label}: ${summary} (${sourceInWords(source)})`;
}

function unknownLine({ label, answers }: CaseView['unknown'][number]): string {
  return `${label}: ${answers.map(({ title, resolution }) => `${title} → ${resolutionInWords(resolution)}`).join('; ')}`;
}

function decisionBlocks({ decision }: CaseView): Block[] {
  if (!decision) return [section('The policy has not decided: not everything it needs was told.')];
  const { resolution, clauses, terms, feePercent } = decision;
  const fee = feePercent === undefined ? '' : `, fee ${feePercent} %`;
  const lines = [...clauses, ...terms].map(({ title, text }) => cut(`${title}. ${text}`, 250));
  const heading = `The policy says: ${resolutionInWords(resolution)}${fee}`;
  return lines.length ? list(heading, lines) : [section(`${heading}.`)];
}

function orderLines({ details: { orderNumber, email, serialNumber, item } }: CaseView): string[] {
  const named = { Number: orderNumber, 'E-mail': email, 'Serial number': serialNumber, Item: item };
  return Object.entries(named).flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
}

function buttonsOf({ state, reference }: CaseView, deskUrl: string): object[] {
  const rule = [
    button('Approve…', buttons.approve, reference, state === 'claimed' ? 'primary' : undefined),
    button('Uphold…', buttons.uphold, reference),
  ];
  const desk = linkButton('Open desk', buttons.desk, `${deskUrl}#${reference}`);
  switch (state) {
    case 'waiting':
      return [button('Claim', buttons.claim, reference, 'primary'), ...rule, desk];
    case 'claimed':
      return [
        ...rule,
        button('Hand back…', buttons.handBack, reference),
        button('Close…', buttons.close, reference),
        button('Release', buttons.release, reference),
        desk,
      ];
    case 'handed-back':
      return [button('Claim', buttons.claim, reference, 'primary'), desk];
    default:
      return [desk];
  }
}
