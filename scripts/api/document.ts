import { Document, isCollection, isMap, visit } from 'yaml';
import { apiSchemas } from './schemas.ts';

/** The line below which everything is made. */
const madeFromCode = '  # Made from the code: npm run api\n';
const schemasStart = /^( {2}# Made from the code.*\n)? {2}schemas:\n[\s\S]*/m;

/**
 * The description of the desk's API with its shapes as the code has them; routes and prose stay as they are written.
 */
export function withApiSchemas(text: string): string {
  const made = new Document({ components: { schemas: apiSchemas() } }, { aliasDuplicateObjects: false });
  visit(made, {
    Collection: (_, node) => {
      node.flow = isMap(node) ? isShortShape(node.toJSON()) : node.items.every((item) => !isCollection(item));
    },
  });
  const [, schemas = ''] = made
    .toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false })
    .split(/^components:\n/);
  return text.replace(schemasStart, () => `${madeFromCode}${schemas}`);
}

/** True for a shape without shapes of its own, such as a text with its description. */
function isShortShape(shape: object): boolean {
  return (
    Object.values(shape).every((value) => [value].flat().every((one) => typeof one !== 'object')) &&
    !('required' in shape)
  );
}
