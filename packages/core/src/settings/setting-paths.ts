import type { Form, GroupForm } from './settings-form.js';

/** A setting that holds a value of its own, such as `app.id`. */
export interface SettingLeaf {
  readonly path: string;
  readonly form: Form;
}

/**
 * Every setting of a form that holds a value, in its order. `sourceHash` has two: where a text or an object may stand, the
 * object's parts count. `sources`, with a list for each parameter, is one.
 *
 * It is for docs and tests alone; nothing that sends events needs it.
 */
export function settingLeaves({ entries }: GroupForm, prefix = ''): readonly SettingLeaf[] {
  return Object.entries(entries).flatMap(([key, form]) => {
    const path = `${prefix}${key}`;
    const group = groupOf(form);
    return group === undefined || path === 'sources' ? [{ path, form }] : settingLeaves(group, `${path}.`);
  });
}

/** The object that may stand here, if one may. */
function groupOf(form: Form): GroupForm | undefined {
  const forms: readonly Form[] = 'anyOf' in form ? form.anyOf : [form];
  return forms.find((each): each is GroupForm => 'entries' in each);
}
