// All that is known of a case, and where it comes from.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
import { clause, terms } from '../parts/clauses.js';
import { html } from '../parts/html.js';
import { fillIn, resolutionTitle, resolutionWords, wordFor, words } from '../words/desk-words.js';
import { timeOf } from '../words/times.js';

const text = words.page.case;
const { sections, fee, details, history, sources } = words.case;
/** More of them than this are closed at first. */
const maxOpen = 3;

/**
 * The sections of a case.
 * @param {CaseView} view
 */
export function caseFile(view) {
  return [
    ruling(view),
    submitted(view),
    declarations(view),
    decision(view),
    facts(view),
    unknown(view),
    order(view),
    historyOf(view),
  ];
}

/**
 * @param {string} title
 * @param {...unknown} children
 */
function section(title, ...children) {
  return html`<section key=${title} class="part"><h3>${title}</h3>${children}</section>`;
}

/** @param {CaseView} view */
function ruling({ ruling: ruled, outcomes }) {
  if (!ruled) return undefined;
  const { ruling: kind, resolution, isException, reason, by } = ruled;
  const title =
    kind === 'approve' ? fillIn(text.approved, { resolution: resolutionWords(resolution, outcomes) }) : text.upheld;
  return section(
    sections.ruling,
    html`<p class="verdict">${title}${isException && html`<span class="badge badge-exception">${text.exception}</span>`}</p>`,
    html`<p>${reason}</p>`,
    html`<p class="quiet">${fillIn(words.case.by, { agent: by.name })}</p>`,
  );
}

/** @param {CaseView} view */
function submitted({ submitted: form }) {
  if (!form) return undefined;
  const rows = form.fields.map(({ label, answer }) => html`<tr><th scope="row">${label}</th><td>${answer}</td></tr>`);
  return section(
    fillIn(sections.submitted, { rma: form.rma, time: timeOf(form.at) }),
    html`<table><tbody>${rows}</tbody></table>`,
  );
}

/** @param {CaseView} view */
function declarations({ history: entries }) {
  const made = entries.filter(({ what }) => what === 'declared');
  if (made.length === 0) return undefined;
  return section(
    sections.declarations,
    made.map(
      ({ at, note }) => html`
        <blockquote class="declaration">${note}</blockquote>
        <p class="quiet">${fillIn(words.case.received, { time: timeOf(at) })}</p>
      `,
    ),
  );
}

/** @param {CaseView} view */
function decision({ decision: decided, outcomes }) {
  if (!decided) return section(text.decision, html`<p class="quiet">${words.case.undecided}</p>`);
  const { resolution, clauses, feePercent, chosen } = decided;
  return section(
    text.decision,
    html`
      <p class="verdict">
        ${resolutionTitle(resolution, outcomes)}${feePercent !== undefined && ` · ${fillIn(fee, { percent: feePercent })}`}
      </p>
    `,
    chosen && html`<p>${words.case.chosen}: ${chosen}</p>`,
    clauses.map(clause),
    terms(decided.terms),
  );
}

/** @param {CaseView} view */
function facts({ facts: known }) {
  if (known.length === 0) return undefined;
  const rows = known.map(
    ({ label, summary, source }) => html`
      <tr>
        <th scope="row">${label}</th>
        <td>${summary}</td>
        <td class=${source === 'inferred' ? 'source source-inferred' : 'source'}>${wordFor(sources, source)}</td>
      </tr>
    `,
  );
  return section(sections.facts, html`<table><tbody>${rows}</tbody></table>`);
}

/** @param {CaseView} view */
function unknown({ unknown: missing, outcomes }) {
  if (missing.length === 0) return undefined;
  return section(
    sections.unknown,
    missing.map(
      ({ label, answers }) => html`
        <details open=${missing.length <= maxOpen}>
          <summary>${label}</summary>
          <ul>${answers.map(({ title, resolution }) => html`<li>${title} → ${resolutionWords(resolution, outcomes)}</li>`)}</ul>
        </details>
      `,
    ),
  );
}

/** @param {CaseView} view */
function order({ order: found, details: { orderNumber, email, serialNumber, pieces }, shop, policy }) {
  const inOrders = found && fillIn(text.inOrders, { number: found.number });
  const notInOrders = orderNumber && fillIn(text.notInOrders, { number: orderNumber });
  const rows = [
    [details.shop, shop.name],
    [details.policy, `${policy.id}, ${policy.version}`],
    [details.orderNumber, inOrders ?? notInOrders],
    [details.item, found?.item ?? found?.items.join(', ')],
    [details.pieces, pieces],
    [details.serialNumber, serialNumber],
    [details.email, email],
  ].filter(([, value]) => value);
  const row = (/** @type {(string | undefined)[]} */ [label, value]) =>
    html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`;
  return section(sections.order, html`<table><tbody>${rows.map(row)}</tbody></table>`);
}

/** @param {CaseView} view */
function historyOf({ history: entries }) {
  const lines = entries.map((entry) => {
    const { at, what, by, note } = entry;
    const who = by ? ` ${fillIn(words.case.by, { agent: by.name })}` : '';
    const why = note ? `: ${what === 'snoozed' ? timeOf(note) : note}` : '';
    return html`<li><time datetime=${at}>${timeOf(at)}</time> ${doneWords(entry)}${who}${why}</li>`;
  });
  return section(sections.history, html`<ol class="history">${lines}</ol>`);
}

/** @param {CaseView['history'][number]} entry */
function doneWords({ what, who }) {
  const template = what === 'released' && who ? words.case.releasedFrom : wordFor(history, what);
  return template.replace('{who}', () => who?.name ?? words.case.somebody);
}
