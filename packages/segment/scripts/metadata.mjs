/** What is written of a setting and of a field, in this order, and what stands for a value that is absent. */
const settingForm = {
  label: null,
  description: null,
  type: null,
  required: false,
  multiple: false,
  choices: null,
  default: null,
  depends_on: null,
};
const fieldForm = {
  label: null,
  description: null,
  type: null,
  required: false,
  multiple: false,
  allowNull: false,
  dynamic: false,
  default: null,
  choices: null,
  placeholder: null,
  properties: null,
  category: null,
  depends_on: null,
  readOnly: null,
  hidden: null,
  minimum: null,
  maximum: null,
  defaultObjectUI: null,
  disabledInputMethods: null,
  displayMode: null,
  format: null,
  additionalProperties: false,
};

/**
 * What metadata.json of the folder holds: the same as `./bin/run generate:metadata-payload` makes of it in Segment's
 * repository.
 */
export function metadataOf({ slug, name, mode, description, authentication, actions, presets }) {
  return {
    slug,
    name,
    mode,
    description,
    authentication: { scheme: authentication.scheme, fields: inForm(authentication.fields, settingForm) },
    audienceConfig: null,
    actions: Object.fromEntries(Object.entries(actions).map(([key, action]) => [key, ofAction(action)])),
    presets: presets.map((preset) => ({
      name: preset.name,
      type: preset.type,
      partnerAction: preset.partnerAction,
      subscribe: preset.subscribe,
      mapping: preset.mapping,
      eventSlug: null,
    })),
  };
}

function ofAction({ title, description: text, defaultSubscription, performBatch, fields }) {
  return {
    title,
    description: text,
    platform: 'cloud',
    defaultSubscription,
    hidden: false,
    hasPerformBatch: performBatch !== undefined,
    syncMode: null,
    hooks: null,
    dynamicFields: null,
    fields: inForm(fields, fieldForm),
  };
}

function inForm(fields, form) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, { unsafe_hidden: hidden, ...field }]) => {
      const values = { ...field, hidden };
      return [key, Object.fromEntries(Object.entries(form).map(([part, absent]) => [part, values[part] ?? absent]))];
    }),
  );
}
