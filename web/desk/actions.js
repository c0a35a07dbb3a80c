// What somebody can do with the open case. An open form stays as it is while news come in.
import { byId, el, resolutionWords } from './dom.js';

const place = byId('actions');
let shown = '';
let current;

/** Shows the buttons that the case's state allows; `take(action, body)` resolves to whether it was done. */
export function showActions(view, { me, take }) {
  const { reference, state, agent } = view;
  current = { view, take };
  const now = [reference, state, agent?.id].join(' ');
  if (now === shown) return;
  shown = now;
  place.replaceChildren(...buttons(view, me));
}

export function clearActions() {
  shown = '';
  place.replaceChildren();
}

/** Closes the form if one is open, and says whether. */
export function closeForm() {
  const form = place.querySelector('form');
  if (!form) return false;
  shown = '';
  showActions(current.view, { me: document.body.dataset.agent, take: current.take });
  place.querySelector('button')?.focus();
  return true;
}

/** Presses the button of that name if it is there. */
export function press(name) {
  const found = place.querySelector(`button[data-does="${name}"]`);
  found?.click();
}

function buttons(view, me) {
  const { state, agent } = view;
  const button = (does, label, onClick, kind) =>
    el('button', { type: 'button', 'data-does': does, class: kind, onClick }, label);
  const claim = button('claim', 'Claim', () => current.take('claim'), 'primary');
  const rule = [
    button('rule', 'Approve…', () => openForm(rulingForm('approve'))),
    button('uphold', 'Uphold…', () => openForm(rulingForm('uphold'))),
  ];
  const close = button('close', 'Close…', () =>
    openForm(noteForm('close', 'Close the case', 'A word for the customer (may be empty)', 'note')),
  );
  if (state === 'waiting') return [row(claim, ...rule, close)];
  if (state === 'handed-back') return [row(claim)];
  if (state === 'ruled') return [row(close)];
  if (state === 'closed') return [];
  if (agent && agent.id !== me) return [el('p', { class: 'quiet' }, `${agent.name} has this case.`)];
  return [
    row(
      ...rule,
      button('ask', 'Ask…', () => openForm(askForm())),
      button('hand-back', 'Hand back…', () =>
        openForm(noteForm('hand-back', 'Hand back to the assistant', 'Summary for the customer', 'summary')),
      ),
      button('release', 'Give back to queue', () => current.take('release')),
      close,
    ),
  ];
}

function row(...children) {
  return el('div', { class: 'buttons' }, ...children);
}

function openForm(form) {
  place.replaceChildren(form);
  form.querySelector('textarea, select')?.focus();
  // On a phone the form would begin below what is seen.
  form.scrollIntoView({ block: 'nearest' });
}

/** A form that closes when its step was taken, and stays with what was typed when it was not. */
function stepForm(title, fields, label, step) {
  const send = el('button', { class: 'primary' }, label);
  const form = el(
    'form',
    { class: 'step' },
    el('h3', {}, title),
    ...fields,
    row(send, el('button', { type: 'button', onClick: closeForm }, 'Cancel')),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    const isDone = await step(new FormData(form));
    send.disabled = false;
    if (isDone) closeForm();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  return form;
}

function rulingForm(kind) {
  const { view, take } = current;
  const { grants, decision } = view;
  const own = decision?.resolution;
  const first = kind === 'uphold' ? 'uphold' : (grants.find((one) => one === own) ?? grants[0] ?? 'exception');
  const isException = (one) => one === 'exception' || (own !== undefined && own !== 'human-review' && own !== one);
  const choice = (value, label, note) =>
    el(
      'label',
      { class: 'choice' },
      el('input', { type: 'radio', name: 'what', value, checked: value === first }),
      el('span', {}, label, note && el('span', { class: 'badge badge-exception' }, note)),
    );
  const reason = el('textarea', { name: 'reason', id: 'reason', rows: 3, maxlength: 500, required: true });
  const fields = [
    el(
      'fieldset',
      {},
      el('legend', {}, 'What'),
      ...grants.map((one) => choice(one, `Approve: ${resolutionWords(one)}`, isException(one) && 'exception')),
      choice('exception', 'Approve: something else, without a form', 'exception'),
      choice('uphold', own && own !== 'human-review' ? `Uphold: ${resolutionWords(own)}` : 'Do not grant it'),
    ),
    el('label', { for: 'reason' }, 'Reason, which the customer reads'),
    reason,
    canned(view, reason),
  ];
  return stepForm('Rule', fields, 'Send', (data) => {
    const what = data.get('what');
    const ruling = what === 'uphold' ? { ruling: 'uphold' } : { ruling: 'approve', resolution: what };
    return take('rule', { ...ruling, reason: data.get('reason') });
  });
}

/** The words of the clauses, one click away: those of the decision at once, the others below. */
function canned({ decision, clauses }, reason) {
  const own = [...(decision?.clauses ?? []), ...(decision?.terms ?? [])];
  const others = clauses.filter(({ id }) => !own.some((one) => one.id === id));
  const button = ({ title, text }) =>
    el('button', { type: 'button', class: 'canned', title: text, onClick: () => insert(reason, text) }, title);
  return el(
    'div',
    { class: 'canned-list' },
    own.length > 0 && el('p', { class: 'quiet' }, 'Words of the policy:'),
    own.map(button),
    el('details', {}, el('summary', {}, own.length ? 'Other clauses' : 'Words of the policy'), others.map(button)),
  );
}

function insert(field, text) {
  const before = field.value.trim();
  field.value = (before ? `${before} ${text}` : text).slice(0, field.maxLength);
  field.focus();
}

function askForm() {
  const { view, take } = current;
  const known = new Set(view.facts.map(({ fact }) => fact));
  const deciding = new Set(view.unknown.map(({ fact }) => fact));
  const option = ({ fact, label, question }) => el('option', { value: fact }, `${label}: ${question}`);
  const group = (label, isIn) => {
    const questions = view.questions.filter(({ fact }) => isIn(fact));
    return questions.length > 0 && el('optgroup', { label }, questions.map(option));
  };
  const select = el(
    'select',
    { name: 'fact', id: 'fact' },
    group('Would decide', (fact) => deciding.has(fact)),
    group('Not answered', (fact) => !deciding.has(fact) && !known.has(fact)),
    group('Answered', (fact) => !deciding.has(fact) && known.has(fact)),
  );
  return stepForm('Ask the customer', [el('label', { for: 'fact' }, 'Question of the policy'), select], 'Ask', (data) =>
    take('ask', { fact: data.get('fact') }),
  );
}

function noteForm(action, title, label, name) {
  const { take } = current;
  const field = el('textarea', { name, id: name, rows: 2, maxlength: 500 });
  return stepForm(title, [el('label', { for: name }, label), field], title, (data) => {
    const text = data.get(name).trim();
    return take(action, text === '' ? {} : { [name]: text });
  });
}
