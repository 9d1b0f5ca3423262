/** As much of JSON Schema as the core's `settings.schema.json` uses, and as is read here. */
export interface SettingSchema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly anyOf?: readonly SettingSchema[];
  readonly items?: SettingSchema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
}

/** A setting of the core: its schema, with the nearest description and default above it. */
export interface Setting {
  readonly schema: SettingSchema;
  readonly description: string;
  readonly default: unknown;
}

/**
 * Finds a setting by its path, such as `app.id`.
 * @throws Error if the core has no such setting: then the table of fields is wrong.
 */
export function settingAt(root: SettingSchema, path: string): Setting {
  let schema = root;
  let description = '';
  let standard: unknown;
  for (const key of path.split('.')) {
    const next = propertiesOf(schema)[key];
    if (next === undefined) throw new Error(`The core has no setting ${path}.`);
    schema = next;
    description = next.description ?? description;
    standard = next.default;
  }
  return { schema, description, default: standard };
}

/** A form of the setting that has a property: `anyOf` is where the core takes a text or an object. */
export function formWith(schema: SettingSchema, key: keyof SettingSchema): SettingSchema {
  return [schema, ...(schema.anyOf ?? [])].find((form) => form[key] !== undefined) ?? {};
}

function propertiesOf(schema: SettingSchema): Readonly<Record<string, SettingSchema>> {
  return formWith(schema, 'properties').properties ?? {};
}
