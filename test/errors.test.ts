import { globSync, readFileSync } from 'node:fs';
import { type Class, type Expression, type NewExpression, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../src/errors.ts';

/** What a source does with errors, each as `line: what`. */
function errorsIn(code: string) {
  const found = { bare: [] as string[], classes: [] as string[], compared: [] as string[] };
  const at = ({ start, end }: { start: number; end: number }): string =>
    `${code.slice(0, start).split('\n').length}: ${code.slice(start, end).split('\n')[0]}`;
  const compare = (place: { start: number; end: number }, ...sides: unknown[]): void => {
    if (sides.some((side) => isMessage(side as Expression))) found.compared.push(at(place));
  };
  new Visitor({
    NewExpression: (node) => void (isBare(node) && found.bare.push(at(node))),
    ClassDeclaration: (node) => void (isError(node) && !hasCode(node) && found.classes.push(at(node))),
    ClassExpression: (node) => void (isError(node) && !hasCode(node) && found.classes.push(at(node))),
    BinaryExpression: (node) => /^[!=]==?$/.test(node.operator) && compare(node, node.left, node.right),
    SwitchStatement: (node) => compare(node, node.discriminant),
    CallExpression: (node) => {
      if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return;
      const { object, property } = node.callee;
      if (/^(includes|startsWith|endsWith|match|matchAll|search|indexOf)$/.test(property.name)) compare(node, object);
      if (/^(test|exec|has)$/.test(property.name)) compare(node, ...node.arguments);
    },
  }).visit(parseSync('source.ts', code).program);
  return found;
}

function isBare({ callee }: NewExpression): boolean {
  return (
    callee.type === 'Identifier' && /^(Error|(Type|Range|Syntax|Eval|URI|Reference|Aggregate)Error)$/.test(callee.name)
  );
}

function isError({ superClass, abstract }: Class): boolean {
  return superClass?.type === 'Identifier' && superClass.name.endsWith('Error') && !abstract;
}

/** A class of ours has a code by itself or takes one; one that extends `Error` itself has no name. */
function hasCode({ superClass, body }: Class): boolean {
  const isNamed = superClass?.type === 'Identifier' && superClass.name !== 'Error';
  return isNamed && body.body.some((one) => 'key' in one && one.key?.type === 'Identifier' && one.key.name === 'code');
}

function isMessage(node: Expression | null): boolean {
  if (node?.type !== 'MemberExpression' || node.property.type !== 'Identifier') return false;
  return node.property.name === 'message';
}

describe('the sources', () => {
  const all = globSync(['src/**/*.ts', 'web/**/*.js']).map((file) => ({
    file,
    ...errorsIn(readFileSync(file, 'utf8')),
  }));
  const listed = (kind: 'bare' | 'classes' | 'compared') =>
    all.flatMap(({ file, [kind]: lines }) => lines.map((line) => `${file}:${line}`));

  it('never throw an error without a class of its own', () => expect(listed('bare')).toEqual([]));
  // A page's classes extend `Error` itself, for a browser loads nothing of `src`.
  it('give every class of errors a code', () =>
    expect(listed('classes').filter((place) => place.startsWith('src/'))).toEqual([]));
  it('never branch on the text of a message', () => expect(listed('compared')).toEqual([]));
});

describe('what is found in a source', () => {
  it.each(["throw new Error('no');", 'throw new TypeError();', "const error = new RangeError('no');"])(
    'bare: %s',
    (code) => expect(errorsIn(code).bare).toHaveLength(1),
  );

  it.each(['class A extends Error {}', 'class A extends ReturnsError {}', "class A extends Error { code = 'a'; }"])(
    'without name or code: %s',
    (code) => expect(errorsIn(code).classes).toHaveLength(1),
  );

  it.each(["if (e.message === 'x') f();", '/x/.test(e.message);', "e.message.includes('x');", 'switch (e.message) {}'])(
    'compared: %s',
    (code) => expect(errorsIn(code).compared).toHaveLength(1),
  );

  it.each([
    "class A extends ReturnsError { code = 'a'; }",
    'abstract class A extends Error {}',
    'f(e.message, e.code === 1);',
  ])('nothing: %s', (code) => expect(errorsIn(code)).toEqual({ bare: [], classes: [], compared: [] }));
});

describe('an error of ours', () => {
  it('has the name of its class, its code and its cause', () => {
    const cause = new SyntaxError('no JSON');
    const error = new InvariantError('record-missing', 'a turn has no record', { cause });
    expect(error).toMatchObject({ name: 'InvariantError', code: 'record-missing', cause });
    expect(String(error)).toBe('InvariantError: a turn has no record');
  });
});
