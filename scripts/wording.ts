import { CatalogFileError, languages } from '../src/dialogs/wording/catalog/languages.ts';
import { catalogProblems } from '../src/dialogs/wording/catalog/problems.ts';

try {
  const spoken = languages();
  const problems = [...spoken].flatMap(([language, sentences]) => catalogProblems(language, sentences));
  for (const problem of problems) console.error(problem);
  console.log(`sentences of ${[...spoken.keys()].join(', ')}: ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof CatalogFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
