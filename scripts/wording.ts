import { languages } from '../src/dialogs/wording/catalog/languages.ts';
import { catalogProblems } from '../src/dialogs/wording/catalog/problems.ts';

const problems = [...languages].flatMap(([language, sentences]) => catalogProblems(language, sentences));
for (const problem of problems) console.error(problem);
console.log(`${languages.size} languages, ${problems.length} problems with their sentences`);
process.exitCode = problems.length > 0 ? 1 : 0;
