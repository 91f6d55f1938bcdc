// Validates a Teams app manifest, or its localisation file, against the schema that its own $schema names:
//   node validate.mjs <file>
// Prints every error, one a line; exit code 0 without errors, 1 with, 2 when the schema is not among those of the package.
// @microsoft/app-manifest does the validation and brings the schemas, so nothing is fetched. (It asks for fs-extra without
// saying so, hence the second dependency.)
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const { AppManifestUtils } = require('@microsoft/app-manifest');

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const named = /\/json-schemas\/(teams\/v[\d.]+\/MicrosoftTeams(?:\.Localization)?\.schema\.json)$/.exec(document.$schema ?? '');
const schemaFile = named && join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', named[1]);

if (!schemaFile || !existsSync(schemaFile)) {
  console.log(`No schema for ${document.$schema}.`);
  process.exitCode = 2;
} else {
  // The localisation schemas leave the closing bracket of "activityTypes[0]" unescaped, which strict patterns refuse.
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8').replaceAll('\\\\b]', '\\\\b\\\\]'));
  const errors = await AppManifestUtils.validateAgainstSchema(document, schema);
  for (const error of errors) console.log(error);
  process.exitCode = errors.length === 0 ? 0 : 1;
}
