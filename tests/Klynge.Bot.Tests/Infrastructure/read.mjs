// Reads one Bicep file and prints what stands in it as JSON, for the tests to check what the compiler would:
//   node read.mjs <file.bicep | file.bicepparam>
// The grammar knows no parameter files; their assignments are read as variables, which look the same but for the word.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
const file = process.argv[2];
const source = readFileSync(file, 'utf8');
const isParameters = file.endsWith('.bicepparam');
const text = isParameters ? source.replace(/^using .*$/m, '').replace(/^param /gm, 'var ') : source;

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
const root = parser.parse(text).rootNode;

const all = [];
(function visit(node) {
  all.push(node);
  node.children.forEach(visit);
})(root);

const ofType = (type) => root.descendantsOfType(type);
const plain = (node) => node.text.replace(/^'|'$/g, '');
const nameOf = (node) => node.namedChildren.find((child) => child.type === 'identifier').text;
const propertyName = (property) => plain(property.namedChildren[0]);
const propertiesOf = (object) => object.namedChildren.filter((child) => child.type === 'object_property');
const objectOf = (node) => node.descendantsOfType('object')[0];

const modules = ofType('module_declaration').map((node) => {
  const params = propertiesOf(objectOf(node)).find((property) => propertyName(property) === 'params');
  return {
    name: nameOf(node),
    path: plain(node.descendantsOfType('string')[0]),
    params: params ? propertiesOf(objectOf(params)).map(propertyName) : [],
  };
});

const resources = ofType('resource_declaration').map((node) => ({
  name: nameOf(node),
  type: plain(node.descendantsOfType('string')[0]),
  properties: propertiesOf(objectOf(node)).map(propertyName),
}));

// The names that stand for a value: not the name of a property, nor of a function that is called, nor of a type.
const isUse = (node) => {
  const parent = node.parent;
  const isFirst = parent.namedChildren[0]?.id === node.id;
  if (/_declaration$/.test(parent.type)) return !parent.namedChildren.filter((child) => child.type === 'identifier')[0].equals(node);
  if (parent.type === 'object_property') return !isFirst;
  if (parent.type === 'call_expression') return !parent.childForFieldName('function')?.equals(node);
  if (parent.type === 'decorator') return false;
  if (parent.type === 'lambda_expression') return !isFirst;
  if (parent.type === 'for_statement') return !parent.childForFieldName('initializer')?.equals(node);
  return parent.type !== 'type';
};

const locals = [
  ...ofType('for_statement').map((node) => node.childForFieldName('initializer')?.text),
  ...ofType('lambda_expression').map((node) => node.namedChildren[0].text),
].filter(Boolean);

console.log(JSON.stringify({
  errors: all.filter((node) => node.type === 'ERROR' || node.isMissing)
    .map((node) => `line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`),
  using: isParameters ? /^using '(.*)'$/m.exec(source)?.[1] : null,
  parameters: isParameters ? [] : ofType('parameter_declaration').map((node) => ({ name: nameOf(node), hasDefault: /=/.test(node.text.split('\n')[0]) })),
  variables: ofType('variable_declaration').map(nameOf),
  outputs: ofType('output_declaration').map(nameOf),
  modules,
  resources,
  locals,
  uses: [...new Set(ofType('identifier').filter(isUse).map((node) => node.text))],
  outputUses: [...new Set([...text.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)].map((match) => `${match[1]}.${match[2]}`))],
}));
