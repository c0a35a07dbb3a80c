import type { Policy } from '../../engine/diagram/compile.ts';
import { pathName } from '../../format/policy-file-error.ts';
import type { Finding } from '../finding.ts';

/** Sentences that a promised language lacks, and those it has for nothing. */
export function wordingFindings({ file, translations }: Policy): Finding[] {
  const promised = [...new Set(file.languages ?? [])].filter((language) => language !== file.language);
  const unspoken = promised
    .filter((language) => !translations.has(language))
    .map((language): Finding => {
      const message = `"${language}" is promised and has no words; put them into ${language}.yaml beside the rules`;
      const path = ['languages', (file.languages ?? []).indexOf(language)];
      return { severity: 'error', code: 'missing-wording', path, message };
    });
  const spoken = [...translations].flatMap(([language, { missing, surplus }]): Finding[] => [
    ...(promised.includes(language) ? [] : [unpromised(language)]),
    ...missing.map((path): Finding => {
      const message = `${pathName(path)} has no wording in "${language}"`;
      return { severity: 'error', code: 'missing-wording', path, language, message };
    }),
    ...surplus.map((path): Finding => {
      const message = `${pathName(path)} has no counterpart in "${file.language}", so nobody reads it`;
      return { severity: 'error', code: 'surplus-wording', path, language, message };
    }),
  ]);
  return [...unspoken, ...spoken];
}

function unpromised(language: string): Finding {
  const message = `"${language}" has words and is not promised; add it to languages, or remove ${language}.yaml`;
  return { severity: 'error', code: 'surplus-wording', path: ['language'], message };
}
