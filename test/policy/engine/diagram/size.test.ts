import { expect, it } from 'vitest';
import { Diagram, terminal } from '../../../../src/policy/engine/diagram/diagram.ts';
import { isLargerThan } from '../../../../src/policy/engine/diagram/size.ts';

it('a function is larger than a number that its inner nodes exceed, however often one of them is come to', () => {
  const diagram = new Diagram([2, 2, 2]);
  const shared = diagram.make(2, [terminal(1), terminal(2)]);
  const root = diagram.make(0, [diagram.make(1, [shared, terminal(0)]), diagram.make(1, [terminal(0), shared])]);
  expect(isLargerThan(diagram, root, 3)).toBe(true);
  expect(isLargerThan(diagram, root, 4)).toBe(false);
  expect(isLargerThan(diagram, terminal(0), 0)).toBe(false);
});
