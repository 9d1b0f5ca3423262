// One row in a process of its own, so that no row warms up or fills the memory of the next.
import { pathToFileURL } from 'node:url';

const [file, quick] = process.argv.slice(2);
const row = await import(pathToFileURL(file).href);
const result = await row.run({ quick: quick === 'quick' });
process.send({ name: row.name, against: row.against, goal: row.goal, ...result }, () => process.exit(0));
