import type { Span } from './placed-words.ts';

const BREAK = /[.,;:!?\n()]+|\s[-\u2013\u2014]+\s|\b(?:and|but|plus|also|though|because|cuz|cos|since|so|then)\b/giu;

/** The parts of a message between pauses and the words that join, each with its place; none is empty. */
export function segmentsOf(text: string): Span[] {
  const breaks = [...text.matchAll(BREAK)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const starts = [0, ...breaks.map(({ end }) => end)];
  const ends = [...breaks.map(({ start }) => start), text.length];
  return starts
    .map((start, at) => ({ start, end: ends[at] ?? text.length }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '');
}
