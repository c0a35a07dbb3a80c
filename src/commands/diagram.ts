import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machinePicture } from '../machines/picture.ts';
import { loadCatalog } from '../policy/catalog.ts';
import type { Policy } from '../policy/format/load.ts';
import { interviewPicture } from '../policy/interview/picture.ts';
import { defineCommand } from './command.ts';
import { chosenPolicy } from './input/options.ts';

/** `returns diagram` */
export const diagramCommand = defineCommand({
  name: 'diagram',
  summary: 'draw a policy, or the conversation',
  help: `returns diagram [--policy <id, file or folder> | --machine | --write]

Draws the planned interview of a policy down to its decisions, or the conversation's states, as Markdown with Mermaid.
--write draws both, and every policy of the folder, into docs/diagrams; npm run diagrams does so.

  npm run --silent returns -- diagram --policy fourteen-day-shop`,
  options: { policy: { type: 'string' }, machine: { type: 'boolean' }, write: { type: 'boolean' } },
  async run({ values }, context) {
    const config = context.config();
    if (values.write) {
      const newest = [...loadCatalog(config.policiesDir).values()].flatMap((versions) => versions.at(-1) ?? []);
      for (const [file, text] of pagesOf(newest)) writeFileSync(join(config.initCwd, 'docs/diagrams', file), text);
      return 0;
    }
    context.output.write(values.machine ? machinePage() : policyPage(chosenPolicy(values.policy, config)));
    return 0;
  },
});

/** A policy's interview as a Markdown page. */
export function policyPage(policy: Policy): string {
  const { mermaid, isSummary } = interviewPicture(policy);
  const { name, version } = policy.file;
  const summary = isSummary ? ' Decisions that differ in their clauses alone are drawn as one.' : '';
  return page(
    name,
    `The interview of version ${version} as it is planned: the next question is the one that makes the rest shortest.
A look-up skips what it answers.${summary}`,
    mermaid,
  );
}

/** The conversation's machine as a Markdown page. */
export function machinePage(): string {
  return page(
    'The conversation',
    `The states of a conversation and the events that lead from one to another; what changes no state is left out.
In square brackets what must hold; "anywhere" stands for every state.`,
    machinePicture('conversation'),
  );
}

/** The machine of a case as a Markdown page. */
export function casePage(): string {
  return page(
    'A case',
    `The states of a case that people look at. Who has it alone can rule, hand it back or close it, until a colleague takes it
over. A customer can cancel it while nobody has it, and have it reopened once it is settled; so can people. What changes hands
within a state stands as an arrow to itself.`,
    machinePicture('case'),
  );
}

/** Every page under its file name: the conversation's, a case's, and one for each policy. */
export function pagesOf(policies: readonly Policy[]): Map<string, string> {
  const ofPolicies = policies.map((policy) => [`${policy.file.id}.md`, policyPage(policy)] as const);
  return new Map([['conversation.md', machinePage()], ['case.md', casePage()], ...ofPolicies]);
}

function page(title: string, text: string, mermaid: string): string {
  return `# ${title}\n\nDrawn by \`npm run diagrams\`; not to be edited.\n\n${text}\n\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n`;
}
