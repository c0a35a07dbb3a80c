import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import english from '../../../../src/dialogs/wording/catalog/en.json' with { type: 'json' };
import { valuesIn } from '../../../../src/dialogs/wording/catalog/problems.ts';
import { isNode, nodesIn, type SyntaxNode, textOf } from '../../../source-walk.ts';

/** Three words, two of which the first has a capital, or one that is called out: what a person would read. */
const sentence = /\p{L}{2,} \p{L}{2,}.* \p{L}|^\p{Lu}\p{Ll}+(?: \p{L}|[.!?…]$)/u;
/** Markup and the places in it. */
const markup = /<style[^>]*>.*?<\/style>|<[^>]*>|\{\{[^}]*\}\}/gs;

/** Sentences in code that no customer sees. A new one belongs here only if that is so. */
const notForCustomers = new Set([
  // For whoever calls the HTTP interface.
  'expected the id of a channel',
  'expected an http or https address',
  'a message has a sender',
  'without it no reply can be sent',
  'userId is not the user of the token',
  'must start with dl_',
  'user.id must be a string that starts with dl_',
  'at most … KB',
  'the activity is not valid…: …',
  'the server is …',
  'the server is restarting',
  'MicrosoftAppId is not set, so serviceUrl must be on this machine',
  'serviceUrl must be a public address',
  'a newer version of this program has been here; please send it again in a moment',
  // A policy of the browser, not of the shop.
  "default-src 'none'; style-src 'nonce-…'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  // For whoever joins an order system, or works with the desk's API.
  'items with different ids',
  'It goes against the policy’s own decision',
  // For whoever runs the product.
  "a stored conversation has version …, newer than this program's …",
  'Effects still to be delivered',
  'Effects that were given up',
  'The age of the oldest effect still to be delivered',
  'requests of any kind',
  'new tokens, each with its chat',
  'messages and uploads',
  'polls and streams begun',
  // Fonts.
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  // For whoever writes a catalogue.
  '….json: … is no sentence of en.json',
  '….json: … is no ICU message',
  '….json: … has no value {…}',
  // Questions that nobody asks: a reply is read as if it answered them, and the readers are warmed up with them.
  'Is all of that right?',
  'Is that right?',
  'I bought it 3 weeks ago',
  'Can I return it?',
]);
/** Written for a model, which answers in JSON, or for a policy's owner. */
const forOthers = /^src\/dialogs\/reading\/(?:second-reader\/|fact-types\/|policy-findings\.ts|misread-titles\.ts)/;

const customerCode = '{src/{dialogs,forms,channels,http,machines}/**,src/orders,web/chat}/*.{ts,js}';

describe('what customers read', () => {
  test('is in the catalogue, and not in the code', () => {
    const found = [...nodesIn(customerCode)].flatMap(({ file, node, within }) => {
      const text = textOf(node)?.replace(markup, '').trim();
      if (!text || !sentence.test(text) || forOthers.test(file) || within.some(isForDevelopers)) return [];
      return notForCustomers.has(text) ? [] : [`${file}: ${text}`];
    });
    expect(found).toEqual([]);
  });

  test('is in the catalogue, and not in the templates', () => {
    const pages = globSync('web/{chat,form}/**/*.html');
    expect(pages.length).toBeGreaterThan(0);
    const written = pages.flatMap((page) => {
      const text = readFileSync(page, 'utf8')
        .replace(markup, '')
        .match(/\p{L}{2,}/u);
      return text ? [`${page}: ${text[0]}`] : [];
    });
    expect(written).toEqual([]);
  });
});

describe('every sentence of the catalogue', () => {
  const uses = [...usesInCode(), ...usesInTemplates()];

  test('is said somewhere', () => {
    expect(Object.keys(english).filter((key) => !uses.some(({ name }) => name.test(key)))).toEqual([]);
  });

  test('gets all of its values where it is said', () => {
    const missing = uses.flatMap(({ where, name, given }) =>
      Object.entries(english)
        .filter(([key]) => given && name.test(key))
        .flatMap(([key, message]) => valuesIn(message, 'en')?.map((value) => ({ key, value })) ?? [])
        .filter(({ value }) => !given?.includes(value))
        .map(({ key, value }) => `${where}: ${key} needs {${value}}`),
    );
    expect(missing).toEqual([]);
  });
});

/** What is thrown or logged, and what a metric is. */
function isForDevelopers(node: SyntaxNode): boolean {
  if (node.type === 'NewExpression') {
    return isNode(node.callee) && /(?:Error|Counter|Gauge|Histogram)$/.test(nameOf(node.callee));
  }
  return node.type === 'CallExpression' && isNode(node.callee) && /\blog\.\w+$/.test(nameOf(node.callee));
}

function nameOf(node: SyntaxNode): string {
  if (node.type === 'Identifier') return String(node.name);
  const { object, property } = node;
  return isNode(object) && isNode(property) ? `${nameOf(object)}.${nameOf(property)}` : '';
}

/** Where a sentence is said: the names that it can have, and the values it is given, if they stand there one by one. */
interface Use {
  where: string;
  name: RegExp;
  given?: string[] | undefined;
}

/** Each `say(…)`; a name that is not said there is any string that reads like one. */
function usesInCode(): Use[] {
  return [...nodesIn('src/**/*.ts')].flatMap(({ file, node }): Use[] => {
    const text = textOf(node);
    if (text !== undefined && /^[a-z][\w-]*\.[\w.…-]+$/i.test(text)) return [{ where: file, name: pattern(text) }];
    const [key, values] = node.type === 'CallExpression' && Array.isArray(node.arguments) ? node.arguments : [];
    if (!isNode(key) || !isNode(node.callee) || !/\.say$/.test(nameOf(node.callee))) return [];
    // A name with an expression in it stands for more sentences than can be said there.
    const said = [key, key.consequent, key.alternate].flatMap((one) => (isNode(one) && textOf(one)) || []);
    return said.map((one) => ({
      where: file,
      name: pattern(one),
      given: one.includes('…') ? undefined : namesIn(values),
    }));
  });
}

function usesInTemplates(): Use[] {
  return globSync(['web/**/*.html', 'src/**/*.ts']).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\{\{say ([\w.-]+)\}\}/g)].map(([, key = '']) => ({
      where: file,
      name: pattern(key),
    })),
  );
}

function pattern(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('…', '[\\w-]+')}$`);
}

/** The names of an object's properties; `undefined` where they cannot be told. */
function namesIn(values: unknown): string[] | undefined {
  if (!isNode(values)) return [];
  const { properties } = values;
  if (!Array.isArray(properties) || properties.some((one) => !isNode(one) || one.type !== 'Property')) return undefined;
  return properties.map(({ key }: { key: SyntaxNode }) => nameOf(key));
}
