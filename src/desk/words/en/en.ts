import { caseWords } from './case.ts';
import { changeWords } from './changes.ts';
import { chatwootWords } from './chatwoot.ts';
import { checkWords } from './check.ts';
import { doctorWords } from './doctor.ts';
import { findingWords } from './finding.ts';
import { pageWords } from './page.ts';
import { peopleWords } from './people.ts';
import { slackWords } from './slack.ts';
import { speakWords } from './speak.ts';
import { refusalWords, stepWords } from './steps.ts';
import { teamsWords } from './teams.ts';

/** Everything that people at the shop read, in English. */
export const en = {
  case: caseWords,
  changes: changeWords,
  steps: stepWords,
  refusals: refusalWords,
  check: checkWords,
  finding: findingWords,
  page: pageWords,
  people: peopleWords,
  speak: speakWords,
  slack: slackWords,
  teams: teamsWords,
  chatwoot: chatwootWords,
  doctor: doctorWords,
} as const;
