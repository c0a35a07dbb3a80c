import { toDirectedGraph } from 'xstate/graph';
import { caseMachine } from './case.ts';
import { returnsMachine } from './returns.ts';

interface Arrow {
  from: string;
  to: string;
  event: string;
  guard: unknown;
}

const machines = { conversation: returnsMachine, case: caseMachine };

/**
 * The states of the conversation, or of a case, as a Mermaid state diagram; events that change no state are left out.
 */
export function machinePicture(of: keyof typeof machines): string {
  const graph = toDirectedGraph(machines[of]);
  const onEvents = [graph, ...graph.children].flatMap(({ edges, stateNode }) =>
    edges
      .filter(({ transition }) => transition.target !== undefined)
      .map(({ target, transition }): Arrow => {
        const from = stateNode === graph.stateNode ? 'anywhere' : stateNode.key;
        return { from, to: target.key, event: transition.eventType, guard: transition.guard };
      }),
  );
  const atOnce = graph.children.flatMap(({ stateNode }) =>
    (stateNode.always ?? []).flatMap(({ target = [], guard }) =>
      target.map(({ key }): Arrow => ({ from: stateNode.key, to: key, event: '', guard })),
    ),
  );
  const texts = new Map<string, string[]>();
  for (const { from, to, event, guard } of [...atOnce, ...onEvents]) {
    const condition = typeof guard === 'string' ? `[${guard}]` : '';
    const text = [event, condition].filter(Boolean).join(' ') || '[else]';
    texts.set(`${from} --> ${to}`, [...(texts.get(`${from} --> ${to}`) ?? []), text]);
  }
  const initial = graph.stateNode.initial.target.map(({ key }) => `  [*] --> ${key}`);
  const lines = [...texts].map(([arrow, several]) => `  ${withoutHyphens(arrow)}: ${several.join(' / ')}`);
  return ['stateDiagram-v2', ...initial, ...lines].join('\n');
}

/** Mermaid takes no hyphen in the name of a state. */
function withoutHyphens(arrow: string): string {
  return arrow.replace(/(\w)-(\w)/g, (_, before: string, after: string) => before + after.toUpperCase());
}
