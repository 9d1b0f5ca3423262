import { allOf, andThen, type Eventual } from './eventual.js';
import { createHostValueReader, type HostAnswer } from './host-value.js';
import type { TimeLimit } from './time-limit.js';

/** What a value may be, before the core reads it. */
export type HostValueKind = 'text' | 'list' | 'flag' | 'status';

/** One value that the host app may give. */
export interface HostValueRow {
  /** Path of the setting, and of the value in the payload under `settings`. */
  readonly setting: string;
  readonly kind: HostValueKind;
  /** The row of the core's table that reads it; null for what goes into `context.device`, where the core looks. */
  readonly parameter: 'app' | 'appn' | 'apps' | 'ct' | 'device' | 'device_type' | 'ip' | 'mf' | 'uid' | null;
  /** The key in `context.device`; null if `parameter` is set. */
  readonly deviceKey: 'id' | 'adTrackingEnabled' | 'trackingStatus' | null;
  /** Whether it is a permission: asked for with every event, because people change their minds. */
  readonly permission: boolean;
}

const value = { kind: 'text', deviceKey: null, permission: false } as const;
const deviceFact = { kind: 'text', parameter: null, permission: false } as const;

/** Every value that the host app may give: a value or a function, in settings of the same name. */
export const hostValues = [
  { ...value, setting: 'app.id', parameter: 'app' },
  { ...value, setting: 'app.name', parameter: 'appn' },
  { ...value, setting: 'installedApps', kind: 'list', parameter: 'apps' },
  { ...value, setting: 'country', parameter: 'ct' },
  { ...value, setting: 'device.model', parameter: 'device' },
  { ...value, setting: 'device.manufacturer', parameter: 'mf' },
  { ...value, setting: 'device.type', parameter: 'device_type' },
  { ...deviceFact, setting: 'device.id', deviceKey: 'id' },
  { ...value, setting: 'ip', parameter: 'ip' },
  { ...value, setting: 'advertisingId', parameter: 'uid' },
  { ...deviceFact, setting: 'trackingStatus', kind: 'status', deviceKey: 'trackingStatus', permission: true },
  { ...deviceFact, setting: 'adTrackingEnabled', kind: 'flag', deviceKey: 'adTrackingEnabled', permission: true },
] as const satisfies readonly HostValueRow[];

export type HostValueName = (typeof hostValues)[number]['setting'];

/** The answers to one event's questions, by setting. */
export type HostAnswers = ReadonlyMap<HostValueName, HostAnswer>;

/** Asks the host app for everything that its settings offer. */
export interface HostValues {
  /** All answers, at once if all are known. Never throws, never rejects. */
  readonly read: () => Eventual<HostAnswers>;
  /** Forgets every answer, so that each function is asked again. */
  readonly reset: () => void;
}

/** @param sources the values and functions of the settings; those that are left out are left out here too */
export function createHostValues(sources: ReadonlyMap<HostValueName, unknown>, limit: TimeLimit): HostValues {
  const readers = hostValues
    .filter(({ setting }) => sources.has(setting))
    .map(({ setting, permission }) => ({
      setting,
      ...createHostValueReader(sources.get(setting), !permission, limit),
    }));
  return {
    read: () =>
      andThen(
        allOf(readers.map(({ read }) => read())),
        (answers) => new Map(readers.map(({ setting }, index) => [setting, answers[index] as HostAnswer])),
      ),
    reset: () => {
      for (const { reset } of readers) reset();
    },
  };
}
