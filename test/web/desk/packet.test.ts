import { expect, test } from 'vitest';
import { pairAt, picturesIn } from '../../../web/desk/packet/pictures.js';
import { timelineOf } from '../../../web/desk/packet/timeline.js';
import { ann, view } from './cases.ts';

const at = (minute: number) => `2026-11-21T10:0${minute}:00Z`;
const said = (minute: number, who: 'customer' | 'bot', text: string, files: string[] = []) => ({
  id: `${minute}`,
  at: at(minute),
  who,
  text,
  files,
});

test('all that happened stands in one order, and what one side wrote in a row is one line', () => {
  const timeline = timelineOf(
    view({
      reference: 'AAAA-AAAA',
      transcript: [
        said(0, 'customer', 'Hello'),
        said(1, 'customer', 'The seal', ['seal.png']),
        said(3, 'bot', 'Noted'),
      ],
      history: [{ at: at(2), what: 'claimed', by: ann }],
      submitted: { rma: 'R-1', at: at(4), fields: [] },
    }),
  );
  expect(timeline.map((one) => [one.kind, one.kind === 'messages' ? one.count : undefined])).toEqual([
    ['messages', 2],
    ['file', undefined],
    ['step', undefined],
    ['messages', 1],
    ['form', undefined],
  ]);
});

test('pictures are those that a browser shows, two at a time, and behind the last comes the first', () => {
  const file = (id: string, contentType: string) => ({ id, name: id, contentType });
  const keptFiles = [file('a', 'image/png'), file('b', 'application/pdf'), file('c', 'image/jpeg')];
  const pictures = picturesIn(
    view({ reference: 'AAAA-AAAA', transcript: [{ ...said(0, 'customer', ''), keptFiles }] }),
  );
  expect(pictures.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(pairAt(pictures, 1).map(({ id }) => id)).toEqual(['c', 'a']);
  expect(pairAt(pictures.slice(0, 1), 0).map(({ id }) => id)).toEqual(['a']);
});
