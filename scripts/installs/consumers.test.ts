import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
}

const packages = join(__dirname, '../../packages');
const consumers = join(__dirname, 'consumers');
const texts = readdirSync(consumers).map((file) => readFileSync(join(consumers, file), 'utf8'));

const entries = readdirSync(packages)
  .map((folder) => join(packages, folder, 'package.json'))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest)
  .filter((manifest) => manifest.private !== true)
  .flatMap(({ name, exports = {} }) =>
    Object.entries(exports)
      .filter(([, target]) => JSON.stringify(target).includes('.d.ts"'))
      .map(([subpath]) => join(name, subpath)),
  );

// `npm run check:full` compiles them: an entry that nobody imports there would be published without a look at its types.
it.each(entries)('a consumer imports %s', (entry) => {
  expect(texts.filter((text) => text.includes(`from '${entry}';`))).not.toEqual([]);
});
