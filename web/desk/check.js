// The policy run for somebody on the phone: one question after the other, then the decision with its clauses.
import { get, post } from './api.js';
import { byId, el, resolutionTitle } from './dom.js';

const dialog = byId('check');
const place = byId('check-body');
let policy;
/** Facts in the order in which they were told, with what to show of them. */
let told = [];

export async function openCheck() {
  dialog.showModal();
  const { policies } = await get('policies');
  const select = el(
    'select',
    { id: 'check-policy' },
    policies.map(({ id, name }) => el('option', { value: id }, name)),
  );
  select.addEventListener('change', () => begin(select.value));
  place.replaceChildren(el('label', { for: 'check-policy' }, 'Shop'), select, el('div', { id: 'check-steps' }));
  await begin(policies[0].id);
}

async function begin(id) {
  policy = id;
  told = [];
  await show();
}

async function show(mistake = '') {
  const facts = Object.fromEntries(told.map(({ fact, value }) => [fact, value]));
  const steps = byId('check-steps');
  try {
    const answer = await post('policy-check', { policy, facts });
    const [next, focus] = answer.kind === 'decision' ? [decided(answer.decision)] : asked(answer, mistake);
    steps.replaceChildren(soFar(), next);
    focus?.focus();
  } catch (error) {
    if (told.length === 0) return steps.replaceChildren(el('p', { class: 'mistake' }, error.message));
    told.pop();
    await show(error.message);
  }
}

function soFar() {
  const line = ({ label, title }, at) =>
    el(
      'li',
      {},
      `${label}: ${title} `,
      el(
        'button',
        { type: 'button', class: 'link', 'aria-label': `Change ${label}`, onClick: () => back(at) },
        'change',
      ),
    );
  return el('ol', { class: 'told' }, told.map(line));
}

function back(at) {
  told = told.slice(0, at);
  return show();
}

function tell({ fact, label }, value, title) {
  told.push({ fact, label, value, title });
  return show();
}

function asked({ ask, atMost }, mistake) {
  const { input, read } = inputs[ask.type](ask);
  const form = el(
    'form',
    {},
    el('p', { class: 'question' }, ask.question, el('span', { class: 'quiet' }, ` (at most ${atMost} to go)`)),
    ask.help && el('p', { class: 'quiet' }, ask.help),
    el('p', { class: 'mistake', role: 'alert' }, mistake),
    input,
    el(
      'div',
      { class: 'buttons' },
      read && el('button', { class: 'primary' }, 'Next'),
      ask.allowsUnknown &&
        el('button', { type: 'button', onClick: () => tell(ask, 'unknown', 'not known') }, 'Not known'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (read) tell(ask, ...read());
  });
  return [form, form.querySelector('input, button')];
}

function buttonsFor(ask, choices) {
  const button = ([value, title]) => el('button', { type: 'button', onClick: () => tell(ask, value, title) }, title);
  return { input: el('div', { class: 'choices' }, choices.map(button)) };
}

function field(ask, type, read) {
  const input = el('input', { type, required: true, min: type === 'number' ? 0 : undefined, 'aria-label': ask.label });
  return { input, read: () => [read(input.value), input.value] };
}

function checklist(ask) {
  const boxes = ask.choices.map(({ value, title }) => ({ title, box: el('input', { type: 'checkbox', value }) }));
  const ticked = () => boxes.filter(({ box }) => box.checked);
  return {
    input: el(
      'div',
      { class: 'choices' },
      boxes.map(({ title, box }) => el('label', { class: 'choice' }, box, el('span', {}, title))),
    ),
    read: () => [
      ticked().map(({ box }) => box.value),
      ticked()
        .map(({ title }) => title)
        .join(', ') || 'none of these',
    ],
  };
}

const inputs = {
  choice: (ask) =>
    buttonsFor(
      ask,
      ask.choices.map(({ value, title }) => [value, title]),
    ),
  'yes-no': (ask) =>
    buttonsFor(ask, [
      [true, 'Yes'],
      [false, 'No'],
    ]),
  set: checklist,
  date: (ask) => field(ask, 'date', String),
  instant: (ask) => field(ask, 'datetime-local', (value) => new Date(value).toISOString().replace(/\.\d+Z$/, 'Z')),
  months: (ask) => field(ask, 'number', Number),
};

function decided({ resolution, clauses, terms, feePercent, deadline, sendBy }) {
  const clause = ({ title, text }) => el('p', { class: 'clause' }, el('strong', {}, title), el('br'), text);
  return el(
    'div',
    {},
    el('p', { class: 'verdict' }, resolutionTitle(resolution)),
    feePercent !== undefined && el('p', {}, `Fee: ${feePercent} % of the price`),
    deadline && el('p', {}, `Until ${deadline}`),
    sendBy && el('p', {}, `To be sent by ${sendBy}`),
    clauses.map(clause),
    terms.length > 0 && el('details', {}, el('summary', {}, `Terms (${terms.length})`), terms.map(clause)),
  );
}
