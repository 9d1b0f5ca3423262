import type { Known } from '@loop-adapters/core/bare';

/** An event of the input, and what stands around it that is its own too. */
export interface OpenedEvent {
  readonly event: unknown;
  /** What a batch says for each of its events; left out if it says nothing. */
  readonly known?: Known;
}

/**
 * The events in one value of the input: the value itself, the events of a batch (`{ "batch": [ … ] }`), or the one in an
 * envelope (`{ "message": { … } }`). A batch is opened as the relay opens it: its `context` and `integrations` are those
 * of each event too, and the event's own win.
 */
export function openEvents(value: unknown): readonly OpenedEvent[] {
  if (!isObject(value) || typeof value['type'] === 'string') return [{ event: value }];
  const { batch, message, context, integrations } = value;
  if (isObject(message)) return [{ event: message }];
  if (!Array.isArray(batch)) return [{ event: value }];
  const known = isObject(context) ? { known: { context } } : {};
  const events: readonly unknown[] = batch;
  return events.map((event) => ({
    event:
      isObject(event) && integrations !== undefined && !('integrations' in event) ? { ...event, integrations } : event,
    ...known,
  }));
}

/** Columns that a warehouse makes of what is nested: `context.device.advertisingId` → `context_device_advertising_id`. */
const flattened = /^context_(?:app|device|os|network|library|locale|ip|timezone|traits|screen|page|user_agent)(?:_|$)/;

/** Whether a value is a row of a warehouse's table: one column for each path, and no `context`. */
export function isWarehouseRow(value: unknown): boolean {
  return (
    isObject(value) && !('context' in value) && Object.keys(value).some((key) => flattened.test(key.toLowerCase()))
  );
}

/** A name, with or without quotes. */
const column = /^"?[A-Za-z_][\w .:-]*"?$/;

/** Whether a text begins with the line of a CSV file that names its columns. */
export function beginsAsCsv(text: string): boolean {
  const [line = ''] = text.trimStart().split(/\r?\n/, 1);
  return [',', ';', '\t'].some((separator) => {
    const cells = line.split(separator);
    return cells.length > 2 && cells.every((cell) => column.test(cell.trim()));
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
