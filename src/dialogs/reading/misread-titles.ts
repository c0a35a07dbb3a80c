import { readCommand } from '../../language/commands/commands.ts';
import { isDontKnow } from '../../language/commands/dont-know.ts';
import type { Finding } from '../../policy/check/finding.ts';
import type { PolicyFile } from '../../policy/format/schema.ts';

/** A title of a list that customers answer from, and its place in the list, from 1. */
interface Title {
  title: string;
  at: number;
  of: number;
  path: PropertyKey[];
}

/** Titles that, sent as a reply, say something else to a chat: a command, "I don't know", or another place in the list. */
export function misreadTitles(file: PolicyFile): Finding[] {
  return titlesIn(file).flatMap(({ title, at, of, path }): Finding[] => {
    const why = whyMisread(title, at, of);
    if (why === undefined) return [];
    const message = `who answers "${title}" is understood as ${why}; give it a title that says more`;
    return [{ severity: 'error', code: 'misread-title', path, message }];
  });
}

function whyMisread(title: string, at: number, of: number): string | undefined {
  const command = readCommand(title);
  if (command !== undefined) return `wanting something else (${command})`;
  if (isDontKnow(title)) return 'not knowing it';
  const place = /^\D?(\d{1,3})\D?$/.exec(title.trim())?.[1];
  const isOther = place !== undefined && Number(place) >= 1 && Number(place) <= of && Number(place) !== at;
  return isOther ? `number ${place} of the list` : undefined;
}

function titlesIn({ facts, decisions }: PolicyFile): Title[] {
  const ofFacts = Object.entries(facts).flatMap(([id, fact]) =>
    fact.type === 'choice' || fact.type === 'set' ? titlesOf(fact.values, ['facts', id, 'values']) : [],
  );
  const ofOptions = decisions.flatMap(({ choose = {} }, at) => titlesOf(choose, ['decisions', at, 'choose']));
  return [...ofFacts, ...ofOptions];
}

function titlesOf(list: Readonly<Record<string, { title: string }>>, path: PropertyKey[]): Title[] {
  const entries = Object.entries(list);
  return entries.map(([id, { title }], i) => ({ title, at: i + 1, of: entries.length, path: [...path, id, 'title'] }));
}
