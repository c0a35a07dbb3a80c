import { declaredId } from '../../format/period-schema.ts';
import type { Citation, PolicyFile } from '../../format/schema.ts';
import type { Finding } from '../finding.ts';

/** What stands in a list a second time, where it does nothing. */
export function listedTwiceFindings(file: PolicyFile): Finding[] {
  const rows = file.decisions.flatMap((row, at) => {
    const path = ['decisions', at];
    const options = Object.entries(row.choose ?? {}).flatMap(([id, { terms }]) =>
      repeated([...path, 'choose', id, 'terms'], terms),
    );
    return [
      ...(['clauses', 'anyOf', 'terms'] as const).flatMap((key) => citedTwice([...path, key], row[key] ?? [])),
      ...options,
      ...repeated([...path, 'refundAs'], row.refundAs ?? []),
    ];
  });
  return [
    ...rows,
    ...Object.entries(file.citations).flatMap(([id, list]) => citedTwice(['citations', id], list)),
    ...file.source.sentences.flatMap((sentence, at) =>
      'clauses' in sentence ? repeated(['source', 'sentences', at, 'clauses'], sentence.clauses) : [],
    ),
    ...openedTwice(file),
    ...repeated(['languages'], file.languages ?? []),
    ...repeated(['holidays'], file.holidays),
  ];
}

/** A period with several lengths stands in the opening once for each; its place in the file is not known any more. */
function openedTwice({ opening }: PolicyFile): Finding[] {
  const written = opening.filter((id) => id === declaredId(id) || id.endsWith('/1')).map(declaredId);
  return repeated(['opening'], written).map((one) => ({ ...one, path: ['opening'] }));
}

function citedTwice(path: PropertyKey[], list: readonly Citation[]): Finding[] {
  const idle = list.flatMap((citation, at): Finding[] => {
    const clause = typeof citation === 'object' && 'clause' in citation ? citation.clause : undefined;
    if (clause === undefined || !list.includes(clause)) return [];
    return [finding([...path, at], `"${clause}" stands here without a condition as well, so this one does nothing`)];
  });
  const texts = list.map((citation) => (typeof citation === 'string' ? citation : JSON.stringify(citation)));
  return [...repeated(path, texts), ...idle];
}

function repeated(path: PropertyKey[], list: readonly string[]): Finding[] {
  return list.flatMap((text, at) => {
    const name = text.startsWith('{') ? text : `"${text}"`;
    return list.indexOf(text) < at ? [finding([...path, at], `${name} stands here twice; leave one of the two`)] : [];
  });
}

function finding(path: PropertyKey[], message: string): Finding {
  return { severity: 'warning', code: 'listed-twice', path, message };
}
