import { parameters } from '../../table/table.js';
import type { ParameterRow } from '../../table/row.js';

/**
 * Keys of `value[…]` that Loop's container tag gives a meaning of its own: no property may be sent under one,
 * because Loop would take a property `date` for the date of birth.
 */
export const reservedKeys: readonly string[] = (parameters as readonly ParameterRow[]).flatMap(
  (row) => row.valueKeys ?? [],
);
