import { defineCommand } from './command.ts';
import { diff } from './diff/diff.ts';
import { chosenPolicy, chosenToday, UsageError } from './input/options.ts';

/** `returns diff` */
export const diffCommand = defineCommand({
  name: 'diff',
  summary: 'who is answered otherwise by another version of a policy',
  help: `returns diff <old> <new> [--today YYYY-MM-DD | --now <ISO instant>] [--stored] [--json]

Compares two versions of a policy (files, folders or ids) customer by customer and tells who is answered what instead of what:
how many abstract customers, their share by the likelihoods, and one of them as facts for "returns decide". Periods are
seen from the given day, and a changed length shows with a day in between. Facts and values that one version alone knows
are named, and customers are compared over the others. --stored also decides the issued decisions of the store anew by
both versions. Exits 0 if nobody is answered otherwise (changed wording alone is said, and is no change), 1 if somebody
is, 2 if the command is wrong.

  npm run --silent returns -- diff old/equipment-shop policies/equipment-shop`,
  options: {
    today: { type: 'string' },
    now: { type: 'string' },
    stored: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takesWords: true,
  async run({ values, positionals: [old, fresh, ...more] }, context) {
    if (old === undefined || fresh === undefined || more.length > 0) {
      throw new UsageError('Give two policies to compare: returns diff <old> <new>.');
    }
    const config = context.config();
    const pair = { old: chosenPolicy(old, config, values), new: chosenPolicy(fresh, config, values) };
    const options = { today: chosenToday(values, config, pair.new.file.timeZone), isJson: values.json ?? false };
    const { text, isSame } = values.stored
      ? await context.withCore(({ store }) => diff(pair, options, store))
      : await diff(pair, options);
    context.print(text);
    return isSame ? 0 : 1;
  },
});
