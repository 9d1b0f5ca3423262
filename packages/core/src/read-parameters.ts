import type { Known } from './build.js';
import type { Eligibility } from './eligibility.js';
import type { Sources } from './extract.js';
import type { Problem } from './outcome.js';
import { appName } from './parameters/app-name.js';
import { app } from './parameters/app.js';
import { country, localeRegion, timeZone } from './parameters/country.js';
import { deviceLanguage } from './parameters/device-language.js';
import { deviceType } from './parameters/device-type.js';
import { device } from './parameters/device.js';
import type { RequiredName } from './parameters/index.js';
import { ip } from './parameters/ip.js';
import { manufacturer } from './parameters/manufacturer.js';
import type { Parameter, TextParameter } from './parameters/parameter.js';
import { sourceHash } from './parameters/source-hash.js';
import { readCountry } from './parameters/country-code.js';
import { compilePath, readPath } from './path.js';
import type { Run } from './run.js';
import type { Settings } from './settings.js';
import { readInstalledApps } from './values/installed-apps.js';
import { wellFormed } from './well-formed.js';

/** Loop's parameters but `value[…]`. Those that are absent are undefined. */
export interface ReadParameters {
  /** In the order of the documented request. `apps` is joined. */
  readonly params: readonly (readonly [name: string, value: string | undefined])[];
  readonly country: string | null;
  readonly apps: readonly string[] | undefined;
}

type TextRow = TextParameter<'app' | 'appn' | 'ct' | 'device' | 'ip' | 'lan' | 'mf'>;

/** Rows of which an event can hold an unusable value. */
type RequiredRow = TextParameter<'app' | 'ct' | 'device' | 'ip'>;

const noFacts = { deviceId: null };

/** What the adapter knows stands in explanations under this name. */
const adapterSource = 'adapter';

export function createParameterReader(
  settings: Settings,
): (run: Run, sources: Sources, eligible: Eligibility, known: Known, problems: Problem[]) => ReadParameters {
  const hashes =
    typeof settings.sourceHash === 'string'
      ? { android: settings.sourceHash, ios: settings.sourceHash }
      : (settings.sourceHash ?? {});
  const fallbacks = new Map<string, string>();
  for (const row of [app, appName, device] as const) {
    const value = readPath(settings, compilePath(row.setting));
    if (typeof value === 'string') fallbacks.set(row.name, wellFormed(value));
  }
  const settingCountry = settings.country === undefined ? null : readCountry(settings.country);
  if (settingCountry !== null) fallbacks.set(country.name, settingCountry);

  return (run, sources, eligible, known, problems) => {
    const read = (row: TextRow): string | undefined =>
      run.resolve(row.name, sources[row.name], (value) => row.read(value, noFacts));

    const orSetting = (row: TextRow, value: string | undefined): string | undefined => {
      if (row.setting === null) return value;
      const fallback = fallbacks.get(row.name);
      const result = value !== undefined ? 'not_needed' : fallback === undefined ? 'absent' : 'used';
      run.tracer?.tried(row.name, { source: `settings.${row.setting}`, result, note: null });
      return value ?? fallback;
    };

    const guess = (row: typeof timeZone | typeof localeRegion): string | undefined => {
      for (const path of settings.guess[row.name] ? sources[row.name] : []) {
        const found = row.read(readPath(run.root, path));
        const result = typeof found === 'string' ? 'used' : 'absent';
        run.tracer?.tried(country.name, { source: path.text, result, note: null });
        if (typeof found === 'string') return found;
      }
      return undefined;
    };

    /** Names the problem if a required parameter has no value. `met`: where an unusable one stood, if anywhere. */
    const require = (row: RequiredRow, value: string | undefined, met: string | null): void => {
      if (value === undefined) problems.push(met === null ? missing(row, sources) : unusable(row, sources, met));
    };

    const appId = orSetting(app, read(app));
    require(app, appId, run.lastMet);

    const appTitle = orSetting(appName, read(appName));

    const apps = run.resolve('apps', sources.apps, (value, source) => readInstalledApps(run, value, source));

    const named = read(country);
    const metCountry = run.lastMet;
    const ct = orSetting(country, named ?? guess(timeZone) ?? guess(localeRegion));
    require(country, ct, metCountry);

    const model = orSetting(device, read(device));
    require(device, model, run.lastMet);

    let address: string | undefined;
    let secret: string | undefined;
    if (settings.relay === undefined) {
      address = read(ip);
      let metIp = run.lastMet;
      if (address === undefined && known.ip !== undefined) {
        const found = ip.read(known.ip);
        if (typeof found === 'string') address = found;
        else run.note(found.refused, ip.name, adapterSource);
        const result = address === undefined ? 'refused' : 'used';
        run.tracer?.tried(ip.name, { source: adapterSource, result, note: null });
        metIp ??= adapterSource;
      }
      require(ip, address, metIp);
    }

    const language = read(deviceLanguage);
    const maker = read(manufacturer);

    if (settings.relay === undefined) {
      const platform = eligible.deviceType as 'android' | 'ios' | undefined;
      secret = platform === undefined ? undefined : hashes[platform];
      run.tracer?.tried(sourceHash.name, {
        source: `settings.${sourceHash.setting}`,
        result: secret === undefined ? 'absent' : 'used',
        note: null,
      });
      // Without a platform nobody can say which of two source hashes is missing.
      if (platform !== undefined || (hashes.android === undefined && hashes.ios === undefined)) {
        if (secret === undefined) problems.push(missing(sourceHash, sources));
      }
    }
    if (eligible.deviceType === undefined) problems.push(missing(deviceType, sources));

    return {
      country: ct ?? null,
      apps,
      params: [
        ['app', appId],
        ['appn', appTitle],
        ['apps', apps?.join(',')],
        ['ct', ct],
        ['device', model],
        ['et', 'custom'],
        ['ip', address],
        ['lan', language],
        ['mf', maker],
        ['source_hash', secret],
        ['uid', eligible.uid],
        ['device_type', eligible.deviceType],
      ],
    };
  };
}

function missing(row: RequiredRow | typeof sourceHash | typeof deviceType, sources: Sources): Problem {
  return {
    code: `missing_${row.name}`,
    parameter: row.name,
    source: null,
    message: `${row.label} is missing, and Loop requires it. ${advice(row, sources)}`,
  };
}

function unusable(row: RequiredRow, sources: Sources, met: string): Problem {
  return {
    code: `invalid_${row.name}`,
    parameter: row.name,
    source: met,
    message: `${row.label} is there, but no source holds a usable one: it must be ${row.expects}. ${advice(row, sources)}`,
  };
}

/** Where to put the value: the first places that are looked at, and the setting. */
function advice(row: Parameter<RequiredName>, sources: Sources): string {
  const places = sources[row.name].slice(0, 3).map((path) => path.text);
  const setting = row.setting === null ? '' : `set "${row.setting}" in the settings`;
  if (places.length === 0) return `Please ${setting}.`;
  return `Send it in ${places.join(' or ')}${setting === '' ? '' : `, or ${setting}`}.`;
}
