import { missingExamples } from '../policy/check/shown/shown.ts';
import { Space } from '../policy/check/space.ts';
import { defineCommand } from './command.ts';
import { missingText } from './examples/text.ts';
import { chosenPolicy, chosenToday, UsageError } from './input/options.ts';

/** `returns examples` */
export const examplesCommand = defineCommand({
  name: 'examples',
  summary: 'propose the examples that a policy lacks',
  help: `returns examples --missing [--policy <id, file or folder>] [--today YYYY-MM-DD]

Proposes customers for whatever no example shows yet: a row that could be taken away, two that could change places, or a
period that could be a day longer or shorter, and every example would still hold. Each comes with the decision that the
policy gives, as YAML to paste beside the others. It is what the policy says and not yet what the shop means: compare each
with the shop's own text before you keep it.

  npm run --silent returns -- examples --missing --policy policies/equipment-shop`,
  options: { missing: { type: 'boolean' }, policy: { type: 'string' }, today: { type: 'string' } },
  async run({ values }, context) {
    if (!values.missing) throw new UsageError('Add --missing for the examples that a policy lacks.');
    const config = context.config();
    const policy = chosenPolicy(values.policy, config, values);
    const today = chosenToday(values, config, policy.file.timeZone);
    context.output.write(missingText(policy, missingExamples(new Space(policy, today))));
    return 0;
  },
});
