import type { Policy } from '../../engine/diagram/compile.ts';
import { pathName } from '../../format/policy-file-error.ts';
import { unpromisedLanguages } from '../../format/references/promises.ts';
import type { Finding } from '../finding.ts';

/** Sentences that a promised language lacks, and those it has for nothing. */
export function wordingFindings(policy: Policy): Finding[] {
  const { file, translations } = policy;
  const promised = [...new Set(file.languages ?? [])].filter((language) => language !== file.language);
  const unspoken = promised
    .filter((language) => !translations.has(language))
    .map((language): Finding => {
      const message = `"${language}" is promised and has no words; put them into ${language}.yaml beside the rules`;
      const path = ['languages', (file.languages ?? []).indexOf(language)];
      return { severity: 'error', code: 'missing-wording', path, message };
    });
  const spoken = [...translations].flatMap(([language, { missing, surplus }]): Finding[] => [
    ...missing.map((path): Finding => {
      const message = `${pathName(path)} has no wording in "${language}"`;
      return { severity: 'error', code: 'missing-wording', path, language, message };
    }),
    ...surplus.map((path): Finding => {
      const message = `${pathName(path)} has no counterpart in "${file.language}", so nobody reads it`;
      return { severity: 'error', code: 'surplus-wording', path, language, message };
    }),
  ]);
  const unpromised = unpromisedLanguages(policy).map(
    ({ language, message }): Finding => ({
      severity: 'error',
      code: 'surplus-wording',
      path: [],
      language,
      message,
    }),
  );
  return [...unspoken, ...unpromised, ...spoken];
}
