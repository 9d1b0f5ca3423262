// Makes the generated-types.ts files from the fields, as `./bin/run generate:types` does in Segment's repository:
// the same schema, the same compiler. With --check it only says which are out of date.
import { createRequire } from 'node:module';
import { compile } from 'json-schema-to-typescript';
import { madeFile } from '../../../scripts/made-file.mjs';
import { loadDestination } from './load-destination.mjs';

const require = createRequire(import.meta.url);
const { fieldsToJsonSchema } = require('@segment/actions-core');

const destination = await loadDestination();
await madeTypes('src/loop/generated-types.ts', destination.authentication.fields, 'Settings');
for (const [slug, action] of Object.entries(destination.actions)) {
  await madeTypes(`src/loop/${slug}/generated-types.ts`, action.fields, 'Payload');
}

async function madeTypes(path, fields, name) {
  const schema = fieldsToJsonSchema(fields, { tsType: true });
  const bannerComment = '// Generated file. DO NOT MODIFY IT BY HAND.';
  await madeFile(path, await compile(withoutTitles(schema), name, { bannerComment }));
}

/** A title would become the name of a type of its own, and choices are plain text in the types. */
function withoutTitles({ title, enum: choices, ...schema }) {
  if (schema.properties) {
    const entries = Object.entries(schema.properties).map(([key, property]) => [key, withoutTitles(property)]);
    return { ...schema, properties: Object.fromEntries(entries) };
  }
  return schema.items ? { ...schema, items: withoutTitles(schema.items) } : schema;
}
