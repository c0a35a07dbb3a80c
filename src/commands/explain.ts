import { defineCommand } from './command.ts';
import { explainLines } from './explain/explain.ts';
import { chosenMoment, chosenPolicy } from './input/options.ts';

/** `returns explain` */
export const explainCommand = defineCommand({
  name: 'explain',
  summary: 'tell why: clauses, facts, what else could have come',
  help: `returns explain [--policy <id, file or folder>] [--today YYYY-MM-DD | --now <ISO instant>] [--facts <json>] [--json]

Tells why: the decision on the facts of each line of standard input (or of --facts), which clauses apply with their
text and the facts that each follows from, what comes with it, and where answers that are still missing would lead. For
a refusal it names the single facts that it turned on, those only that the policy marks with "reveal".
It is written for the people of the shop; only what is named under "otherwise" is meant to be told to a customer.
--json writes the same as one JSON object a line. Exits 1 if a line was wrong.

  npm run --silent returns -- explain --policy fourteen-day-shop --today 2026-11-21 \\
    --facts '{"reason":"changed-mind","delivery":"received","receivedOn":"2026-11-01"}'`,
  options: {
    policy: { type: 'string' },
    today: { type: 'string' },
    now: { type: 'string' },
    facts: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }, context) {
    const config = context.config();
    const policy = chosenPolicy(values.policy, config, values);
    const at = chosenMoment(values, config, policy.file.timeZone);
    const options = { facts: values.facts, isJson: values.json ?? false };
    return (await explainLines(policy, at, options, context)) ? 0 : 1;
  },
});
