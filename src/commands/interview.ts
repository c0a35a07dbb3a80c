import { askedUnlessOrdered } from '../policy/fact-types/order-fields.ts';
import type { Policy } from '../policy/format/load.ts';
import { certificatesOf, type InterviewMeasures, measureInterview } from '../policy/interview/measure.ts';
import { profilesOf } from '../policy/interview/profiles.ts';
import { defineCommand } from './command.ts';
import { chosenPolicy } from './input/options.ts';
import { columns } from './table.ts';

/** `returns interview` */
export const interviewCommand = defineCommand({
  name: 'interview',
  summary: 'how many questions a policy asks its customers',
  help: `returns interview [--policy <id, file or folder>] [--json]

Says how many questions customers will be asked: expected over the policy's likelihoods, exactly, an ordinary question
counting 1 and a checklist what its cost says. For nobody's order known, the order found, and the warranty too.

  planned      as the conversation asks, the opening of the policy first
  optimum      the least any order of questions can cost; ratio is planned / optimum, pins the difference
  certificate  what proves each customer's answer, had one known what to ask; nothing can be shorter
  gain, rules, fixed   for comparison: most information first, row by row from the top, in the order of the file
  uniform      planned without knowing the likelihoods, then judged by them

  npm run --silent returns -- interview --policy equipment-shop`,
  options: { policy: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values }, context) {
    const config = context.config();
    const policy = chosenPolicy(values.policy, config);
    context.print(values.json ? JSON.stringify(interviewReport(policy), undefined, 2) : interviewText(policy));
    return 0;
  },
});

/** The interview of a policy in figures: under each profile what is expected, and what other orders would cost. */
export function interviewReport(policy: Policy): (InterviewMeasures & { certificate?: number })[] {
  const profiles = profilesOf(policy.file, askedUnlessOrdered(policy.file));
  const certificates = certificatesOf(policy, profiles);
  return measureInterview(policy, profiles).map((measures, i) => {
    const certificate = certificates[i];
    return { ...measures, ...(certificate !== undefined && { certificate }) };
  });
}

/** The same as a table to read. */
export function interviewText(policy: Policy): string {
  const names = ['planned', 'optimum', 'ratio', 'pins', 'certificate', 'gain', 'rules', 'fixed', 'uniform'];
  const rows = interviewReport(policy).map((one) => {
    const { planned, optimum, ratio, pins, certificate, informationGain, ruleOrder, fixedOrder, uniform } = one;
    const figures = [planned, optimum, ratio, pins, certificate, informationGain, ruleOrder, fixedOrder, uniform];
    return [one.profile, ...figures.map((figure) => figure?.toFixed(3) ?? '–')];
  });
  const { id, version, opening } = policy.file;
  const title = `${id} ${version}: expected questions a customer; opening: ${opening.join(', ') || 'none'}`;
  return [title, ...columns([['', ...names], ...rows])].join('\n');
}
