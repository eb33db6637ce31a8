// Copies the front-end sources into src/main/resources under names that hold their hash.
// Run by bin/assets; the results are committed, so that the Maven build needs no Node.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../src/main/resources/static/assets');
const read = (...path) => readFileSync(join(here, ...path), 'utf8');
const packageVersion = (name) => JSON.parse(read('node_modules', name, 'package.json')).version;

function styles() {
  const files = readdirSync(join(here, 'css')).filter((name) => name.endsWith('.css')).sort();
  return files.map((name) => read('css', name)).join('');
}

function sprite() {
  const shape = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" '
    + 'stroke-linecap="round" stroke-linejoin="round"';
  const symbols = read('icons.txt').trim().split('\n').map((name) => {
    const paths = read('node_modules/@tabler/icons/icons/outline', `${name}.svg`)
      .match(/<path[^>]*>/g).filter((path) => !path.includes('stroke="none"')).join('');
    return `<symbol id="${name}" ${shape}>${paths}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`;
}

const contents = {
  'complete.js': read('complete.js'),
  'htmx.js': read('node_modules/htmx.org/dist/htmx.min.js'),
  'icon.svg': read('icon.svg'),
  'icons.svg': sprite(),
  'yj.css': styles(),
  'yj.js': read('yj.js'),
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const lines = ['# Written by bin/assets: logical name = address, and the versions it was made from.'];
for (const [name, text] of Object.entries(contents)) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const hashed = name.replace('.', `.${hash}.`);
  writeFileSync(join(target, hashed), text);
  lines.push(`${name}=/assets/${hashed}`);
}
for (const name of ['@tabler/icons', 'htmx.org']) lines.push(`version.${name}=${packageVersion(name)}`);
writeFileSync(join(here, '../src/main/resources/assets.properties'), lines.join('\n') + '\n');
writeFileSync(join(target, 'LICENSES.txt'), [
  `htmx ${packageVersion('htmx.org')} (https://htmx.org)\n\n${read('node_modules/htmx.org/LICENSE')}`,
  `Tabler Icons ${packageVersion('@tabler/icons')} (https://tabler.io/icons)\n\n`
    + read('node_modules/@tabler/icons/LICENSE'),
].join('\n\n'));
