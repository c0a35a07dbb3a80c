// What stands in a case beside what is known: pictures, the customer's other cases, and all that happened.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { RelatedCase } from '../../../src/desk/related/related.ts' */
/** @import { Happening } from './timeline.js' */
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../model/api.js';
import { html } from '../parts/html.js';
import { fillIn, reasonWords, stateWords, wordFor, words } from '../words/desk-words.js';
import { timeOf } from '../words/times.js';
import { MergeButton, Merged } from './merged.js';
import { addressOf, picturesIn } from './pictures.js';
import { timelineOf } from './timeline.js';
import { Viewer } from './viewer.js';

const text = words.speak.packet;
const maxText = 90;

/** @param {{ view: CaseView, desk: Desk, onOpen: (reference: string) => void }} props */
export function Packet({ view, desk, onOpen }) {
  const [at, open] = useState(/** @type {number | undefined} */ (undefined));
  const [related, relate] = useState(/** @type {RelatedCase[]} */ ([]));
  const [isLong, lengthen] = useState(false);
  /** @param {{ currentTarget: HTMLDetailsElement }} event */
  const toggle = ({ currentTarget }) => lengthen(currentTarget.open);
  const { reference, changedAt } = view;
  useEffect(() => {
    let isCurrent = true;
    // The case can be worked on without them.
    api.related(reference).then(
      (found) => isCurrent && relate(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [reference, changedAt]);
  const pictures = picturesIn(view);
  return html`
    ${
      pictures.length > 0 &&
      html`
        <section class="part">
          <h3>${text.pictures}</h3>
          <ul class="thumbnails">
            ${pictures.map(
              (one, index) => html`
                <li key=${one.id}>
                  <button type="button" aria-label=${fillIn(text.openPicture, { name: one.name })} onClick=${() => open(index)}>
                    <img src=${addressOf(one)} alt="" loading="lazy" />
                  </button>
                </li>
              `,
            )}
          </ul>
          ${h(Viewer, { pictures, at, goTo: open })}
        </section>
      `
    }
    ${
      related.length > 0 &&
      html`
        <section class="part">
          <h3>${text.related}</h3>
          <p class="quiet">${text.relatedHint}</p>
          <ul class="related">${related.map((one) => relatedCase(one, { view, desk, onOpen }))}</ul>
        </section>
      `
    }
    ${h(Merged, { view, onOpen })}
    <section class="part">
      <details onToggle=${toggle}>
        <summary>${text.timeline}</summary>
        ${isLong && html`<ol class="history">${timelineOf(view).map((one, index) => html`<li key=${index}>${line(one)}</li>`)}</ol>`}
      </details>
    </section>
  `;
}

/**
 * @param {RelatedCase} one
 * @param {{ view: CaseView, desk: Desk, onOpen: (reference: string) => void }} props
 */
function relatedCase({ reference, state, because, at, by, rma, mergedInto, merge }, { view, desk, onOpen }) {
  const own = view.reference;
  const pairs = merge.map((way) =>
    way === 'into-this' ? { from: reference, into: own } : { from: own, into: reference },
  );
  const facts = [
    stateWords(state),
    reasonWords(because),
    ...by.map((key) => text.by[key]),
    ...(mergedInto === undefined ? [] : [fillIn(text.mergedInto, { into: mergedInto })]),
    ...(rma === undefined ? [] : [fillIn(text.returned, { rma })]),
  ];
  return html`
    <li key=${reference}>
      <button
        type="button"
        class="link"
        aria-label=${fillIn(text.openRelated, { reference })}
        onClick=${() => onOpen(reference)}
      >
        ${reference}
      </button>
      ${` · ${timeOf(at)} · ${facts.join(' · ')}`}
      ${pairs.map(({ from, into }) =>
        h(MergeButton, { key: from, from, into, onMerge: () => void desk.merge(from, into) }),
      )}
    </li>
  `;
}

/** @param {Happening} one */
function line(one) {
  return html`<time datetime=${one.at}>${timeOf(one.at)}</time> ${wordsOf(one)}`;
}

/**
 * @param {Happening} one
 * @returns {string}
 */
function wordsOf(one) {
  switch (one.kind) {
    case 'step': {
      const { what, by, note } = one.entry;
      const who = by ? ` ${fillIn(words.case.by, { agent: by.name })}` : '';
      return `${wordFor(words.case.history, what)}${who}${note ? `: ${short(note)}` : ''}`;
    }
    case 'messages': {
      const who = one.name ?? words.case.speakers[one.who];
      const said = one.count > 1 ? fillIn(text.more, { count: one.count }) : short(one.text);
      return fillIn(text.wrote, { who, text: said });
    }
    case 'file':
      return fillIn(text.file, { who: words.case.speakers[one.who], name: one.name });
    case 'form':
      return fillIn(text.formSent, { rma: one.rma });
  }
}

/** @param {string} long */
function short(long) {
  return long.length > maxText ? `${long.slice(0, maxText - 1)}…` : long;
}
