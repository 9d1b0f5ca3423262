import { deliveryData, networkCalls } from './component-cases/delivery-data.js';
import { readExamples } from './component-cases/examples.js';
import { processorData } from './component-cases/processor-data.js';
import { routerData } from './component-cases/router-data.js';
import { configSchema } from './dashboard/config-schema.js';
import { dbConfig } from './dashboard/db-config.js';
import type { SettingSchema } from './dashboard/setting-schema.js';
import { uiConfig } from './dashboard/ui-config.js';
import { validationCases } from './dashboard/validation-cases.js';

export { fieldsTable } from './dashboard/fields-table.js';

/** A file that `npm run generate` makes. */
export interface MadeFile {
  /** Where it goes, below `generated/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Everything that is made for RudderStack's repositories.
 * @param examples the repository's folder `examples/`.
 * @param settings the core's `settings.schema.json`.
 */
export function madeFiles(examples: string, settings: SettingSchema): readonly MadeFile[] {
  const exampleOf = readExamples(examples);
  return [
    cases('processor/data.ts', 'data', processorData(exampleOf)),
    cases('router/data.ts', 'data', routerData(exampleOf)),
    cases('dataDelivery/data.ts', 'data', deliveryData()),
    cases('network.ts', 'networkCallsData', networkCalls()),
    json('loop/db-config.json', dbConfig()),
    json('loop/schema.json', configSchema(settings)),
    json('loop/ui-config.json', uiConfig(settings)),
    json('validation/loop.json', validationCases),
  ];
}

function cases(path: string, name: string, value: unknown): MadeFile {
  return {
    path: `component-cases/loop/${path}`,
    text: `// Made by \`npm run generate\` from @loop-adapters/rudderstack; do not edit.\nexport const ${name} = ${JSON.stringify(value)};\n`,
  };
}

function json(path: string, value: unknown): MadeFile {
  return { path: `integrations-config/${path}`, text: JSON.stringify(value, null, 2) };
}
