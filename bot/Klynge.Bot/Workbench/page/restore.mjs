// Restores what pages take from npm into one folder: node restore.mjs <folder> [<where package.json is>]
// Its "takes" names each file that is taken, and where it stands in node_modules.
//
// npm works in a folder of its own and the finished one is put in place by a single rename, so that builds which run at the
// same time never see half of it: the first one wins and the others throw theirs away.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = process.argv[2];
const source = process.argv[3] ?? dirname(fileURLToPath(import.meta.url));
const taken = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).takes;

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
    placeUnlessThere(finished);
  }
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
