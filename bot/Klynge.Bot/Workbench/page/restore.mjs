// Restores what pages take from npm into one folder: node restore.mjs <folder> [<where package.json is>]
// Its "takes" names each file that is taken, and where it stands in node_modules; its "bundles" each file that is made of a source beside it
// and what that imports, in one piece, with the licences of all of it beside it.
//
// npm works in a folder of its own and the finished one is put in place by a single rename, so that builds which run at the
// same time never see half of it: the first one wins and the others throw theirs away.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = process.argv[2];
const source = process.argv[3] ?? dirname(fileURLToPath(import.meta.url));
const { takes: taken = {}, bundles = {} } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));

mkdirSync(dirname(target), { recursive: true });
const work = mkdtempSync(join(dirname(target), '.restore-'));
try {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(source, file), join(work, file));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--omit=dev', '--loglevel=error'], {
    cwd: work,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.log(`npm ci: ${npm.error?.message ?? (npm.stderr.trim() || `exit code ${npm.status}`)}`);
    process.exitCode = 1;
  } else {
    const finished = join(work, 'finished');
    mkdirSync(finished);
    for (const [name, path] of Object.entries(taken)) copyFileSync(join(work, 'node_modules', path), join(finished, name));
    for (const [name, entry] of Object.entries(bundles)) await bundle(entry, join(finished, name));
    placeUnlessThere(finished);
  }
} catch (error) {
  console.log(`${error.message}`.split('\n')[0]);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function placeUnlessThere(finished) {
  try {
    renameSync(finished, target);
  } catch (error) {
    if (!existsSync(join(target, Object.keys(taken)[0]))) throw error;
  }
}

async function bundle(entry, outfile) {
  copyFileSync(join(source, entry), join(work, entry));
  const { build } = createRequire(join(work, 'package.json'))('esbuild');
  const { metafile } = await build({
    absWorkingDir: work, entryPoints: [entry], outfile, bundle: true, format: 'esm', target: 'es2022', charset: 'utf8', minify: true, legalComments: 'none', metafile: true, logLevel: 'silent',
  });
  const packages = new Set(Object.keys(metafile.inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  writeFileSync(outfile.replace(/\.js$/, '.LICENSE.txt'), [...packages].sort().map(licenceOf).join('\n'));
}

function licenceOf(name) {
  const folder = join(work, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
}
