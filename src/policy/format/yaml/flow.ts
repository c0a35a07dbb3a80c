import { Document, visit } from 'yaml';

/** A value as YAML on one line, with every date in quotes. */
export function flowOf(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection(_, node) {
      node.flow = true;
    },
    Scalar(key, node) {
      const isText = key === 'value' && typeof node.value === 'string' && /^[\d#]/.test(node.value);
      if (isText || (typeof key === 'number' && typeof node.value === 'string' && /^\d/.test(node.value)))
        node.type = 'QUOTE_SINGLE';
    },
  });
  const text = document.toString({ lineWidth: 0 }).trim();
  return text.replaceAll('[ ', '[').replaceAll(' ]', ']');
}
