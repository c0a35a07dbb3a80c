// All that is known of a case, and where it comes from.
import { byId, el, historyWords, resolutionTitle, resolutionWords, sourceWords, timeOf } from './dom.js';

const place = byId('packet');
let shown = '';

/** Shows the case; what is open in it stays open. */
export function showPacket(view) {
  const { transcript: _transcript, ...rest } = view;
  const now = JSON.stringify(rest);
  if (now === shown) return;
  shown = now;
  place.replaceChildren(
    ...[ruling(view), decision(view), facts(view), unknown(view), order(view), history(view)].filter(Boolean),
  );
}

export function clearPacket() {
  shown = '';
  place.replaceChildren();
}

function section(title, ...children) {
  return el('section', { class: 'part' }, el('h3', {}, title), ...children);
}

function ruling({ ruling: ruled, submitted }) {
  if (!ruled) return undefined;
  const { ruling: kind, resolution, isException, reason, by } = ruled;
  const title = kind === 'approve' ? `Approved: ${resolutionWords(resolution)}` : 'Upheld';
  return section(
    'Ruling',
    el('p', { class: 'verdict' }, title, isException && el('span', { class: 'badge badge-exception' }, 'exception')),
    el('p', {}, reason),
    el('p', { class: 'quiet' }, `by ${by.name}`),
    submitted && el('p', {}, `The form was submitted: ${submitted.rma}, ${timeOf(submitted.at)}`),
  );
}

function decision({ decision: decided }) {
  if (!decided)
    return section(
      'What the policy says',
      el('p', { class: 'quiet' }, 'Nothing yet: the questions were not all answered.'),
    );
  const { resolution, clauses, terms, feePercent } = decided;
  return section(
    'What the policy says',
    el('p', { class: 'verdict' }, resolutionTitle(resolution), feePercent !== undefined && ` · fee ${feePercent} %`),
    clauses.map(clause),
    terms.length > 0 && el('details', {}, el('summary', {}, `Terms (${terms.length})`), terms.map(clause)),
  );
}

function clause({ title, text }) {
  return el('p', { class: 'clause' }, el('strong', {}, title), el('br'), text);
}

function facts({ facts: known }) {
  if (known.length === 0) return undefined;
  const rows = known.map(({ label, summary, source }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, label),
      el('td', {}, summary),
      el('td', { class: `source source-${source}` }, sourceWords(source)),
    ),
  );
  return section('Facts', el('table', {}, el('tbody', {}, rows)));
}

function unknown({ unknown: open }) {
  if (open.length === 0) return undefined;
  return section(
    'Not known, and what each answer would lead to',
    open.map(({ label, answers }) =>
      el(
        'details',
        { open: open.length < 4 },
        el('summary', {}, label),
        el(
          'ul',
          {},
          answers.map(({ title, resolution }) => el('li', {}, `${title} → ${resolutionWords(resolution)}`)),
        ),
      ),
    ),
  );
}

function order({ order: found, details, shop, policy }) {
  const { orderNumber, email, serialNumber } = details;
  const number = found ? `${found.number}, in the order system` : orderNumber && `${orderNumber}, not found`;
  const rows = [
    ['Shop', shop.name],
    ['Policy', `${policy.id}, ${policy.version}`],
    ['Order', number],
    ['Item', found?.item ?? found?.items.join(', ')],
    ['Serial number', serialNumber],
    ['E-mail', email],
  ].filter(([, value]) => value);
  const row = ([label, value]) => el('tr', {}, el('th', { scope: 'row' }, label), el('td', {}, value));
  return section('Order', el('table', {}, el('tbody', {}, rows.map(row))));
}

function history({ history: lines }) {
  const items = lines.map(({ at, what, by, note }) =>
    el(
      'li',
      {},
      el('time', { datetime: at }, timeOf(at)),
      ` ${historyWords(what)}`,
      by && ` by ${by.name}`,
      note && `: ${note}`,
    ),
  );
  return section('History', el('ol', { class: 'history' }, items));
}
