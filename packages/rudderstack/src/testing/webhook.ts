/**
 * The query that RudderStack's Webhook destination makes of an event, with the method GET: the properties of a
 * `track`, flattened with `.` for objects and `[0]` for arrays. A value that is no scalar would show up under a
 * key of its own.
 */
export function webhookQuery(event: unknown): Readonly<Record<string, unknown>> {
  const { type, properties } = event as { readonly type: unknown; readonly properties: unknown };
  if (type !== 'track') throw new Error('Only the query of a track is its properties.');
  const query: Record<string, unknown> = {};
  flatten(properties, '', query);
  return query;
}

function flatten(value: unknown, key: string, query: Record<string, unknown>): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      flatten(item, `${key}[${index}]`, query);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) flatten(item, key === '' ? name : `${key}.${name}`, query);
  } else {
    query[key] = value;
  }
}
