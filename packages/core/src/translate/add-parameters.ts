import type { Known } from './build.js';
import type { Eligibility } from './eligibility.js';
import type { Sources } from './extract.js';
import type { Problem } from './outcome.js';
import { appName } from '../table/app-name-row.js';
import { app } from '../table/app-row.js';
import { readCountry } from '../normalize/country/country-code.js';
import { country, localeRegion, timeZone } from '../table/country-row.js';
import { deviceLanguage } from '../table/device-language-row.js';
import { deviceType } from '../table/device-type-row.js';
import { device } from '../table/device-row.js';
import type { RequiredName } from '../table/table.js';
import { ip } from '../table/ip-row.js';
import { manufacturer } from '../table/manufacturer-row.js';
import { noFacts, type ParameterRow, type RequiredParameter, type TextParameter } from '../table/row.js';
import { sourceHash } from '../table/source-hash-row.js';
import type { RequestDraft } from '../request/draft.js';
import type { Run } from './pass.js';
import type { Settings } from '../settings/settings.js';
import { installedAppsReader } from './installed-apps.js';

/** Rows of which an event can hold an unusable value. */
type RequiredRow = RequiredParameter<'app' | 'ct' | 'device' | 'ip'>;

type TextRow = RequiredRow | TextParameter<'appn' | 'lan' | 'mf'>;

/** What the adapter knows stands in notes and explanations under this name. */
const adapterSource = 'adapter';

/** What later steps need of the parameters. */
interface ReadParameters {
  readonly country: string | null;
  readonly apps: readonly string[] | undefined;
}

/** Reads Loop's parameters but `value[…]`, and adds them in the order of the documented request. */
export type ParameterReader = (
  draft: RequestDraft,
  run: Run,
  sources: Sources,
  eligible: Eligibility,
  known: Known,
  /** Takes what is wrong with required parameters. */
  problems: Problem[],
) => ReadParameters;

/** Compiles the settings into a reader of parameters. */
export function createParameterReader(settings: Settings): ParameterReader {
  const writtenCountry = settings.country === undefined ? undefined : (readCountry(settings.country) ?? undefined);
  const hashes = settings.sourceHash ?? {};
  const sourceHashes = typeof hashes === 'string' ? { android: hashes, ios: hashes } : hashes;
  const forRelay = settings.relay !== undefined;

  /** The country as the time zone or the locale tells it. That they tell none is no fault, so it is not noted. */
  function guess(run: Run, sources: Sources, row: typeof timeZone | typeof localeRegion): string | undefined {
    if (!settings.guess[row.name]) return undefined;
    for (const source of sources[row.name]) {
      const found = row.read(run.read(source));
      const isFound = typeof found === 'string';
      run.tried(country.name, source.text, isFound ? 'used' : 'absent');
      if (isFound) return found;
    }
    return undefined;
  }

  function addSourceHash(
    draft: RequestDraft,
    run: Run,
    sources: Sources,
    { deviceType: platform }: Eligibility,
    problems: Problem[],
  ): void {
    const { android, ios } = sourceHashes;
    const secret = platform === undefined ? undefined : platform === 'ios' ? ios : android;
    run.tried(sourceHash.name, 'settings.sourceHash', secret === undefined ? 'absent' : 'used');
    if (secret !== undefined) draft.add('source_hash', secret);
    // Without a platform nobody can say which of two source hashes is missing.
    else if (platform !== undefined || (android ?? ios) === undefined) problems.push(missing(sourceHash, sources));
  }

  return (draft, run, sources, eligible, known, problems) => {
    const addRequired = (row: RequiredRow, value: string | undefined, met: string | null): void => {
      if (value !== undefined) draft.add(row.name, value);
      else problems.push(met === null ? missing(row, sources) : unusable(row, sources, met));
    };
    const addOptional = (name: string, value: string | undefined): void => {
      if (value !== undefined) draft.add(name, value);
    };

    const appId = orSetting(run, app, read(run, sources, app), settings.app.id);
    addRequired(app, appId, run.lastMet);
    addOptional('appn', orSetting(run, appName, read(run, sources, appName), settings.app.name));
    const apps = run.resolve('apps', sources.apps, installedAppsReader, run, true);
    addOptional('apps', apps?.join(','));

    const named = read(run, sources, country);
    const metCountry = run.lastMet;
    const guessed = named ?? guess(run, sources, timeZone) ?? guess(run, sources, localeRegion);
    const ct = orSetting(run, country, guessed, writtenCountry);
    addRequired(country, ct, metCountry);

    const model = orSetting(run, device, read(run, sources, device), settings.device.model);
    addRequired(device, model, run.lastMet);
    draft.addPlain('et', 'custom');

    if (!forRelay) {
      const address = readAddress(run, sources, known);
      addRequired(ip, address, run.lastMet);
    }
    addOptional('lan', read(run, sources, deviceLanguage));
    addOptional('mf', read(run, sources, manufacturer));
    if (!forRelay) addSourceHash(draft, run, sources, eligible, problems);
    if (eligible.uid !== undefined) draft.addPlain('uid', eligible.uid);
    if (eligible.deviceType === undefined) problems.push(missing(deviceType, sources));
    else draft.addPlain('device_type', eligible.deviceType);
    return { country: ct ?? null, apps };
  };
}

function read(run: Run, sources: Sources, row: TextRow): string | undefined {
  return run.resolve(row.name, sources[row.name], row, noFacts);
}

function orSetting(run: Run, row: TextRow, value: string | undefined, setting: string | undefined): string | undefined {
  if (run.tracer !== null && row.setting !== null) {
    const result = value !== undefined ? 'not_needed' : setting === undefined ? 'absent' : 'used';
    run.tried(row.name, `settings.${row.setting}`, result);
  }
  return value ?? setting;
}

/** The address in the event, else the one that the adapter knows. */
function readAddress(run: Run, sources: Sources, known: Known): string | undefined {
  const address = read(run, sources, ip);
  if (address !== undefined || known.ip === undefined) return address;
  const found = ip.read(known.ip);
  run.lastMet ??= adapterSource;
  if (typeof found === 'string') {
    run.tried(ip.name, adapterSource, 'used');
    return found;
  }
  run.note(found.refused, ip.name, adapterSource);
  run.tried(ip.name, adapterSource, 'refused', found.refused);
  return undefined;
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
function advice(row: ParameterRow<RequiredName>, sources: Sources): string {
  const places = sources[row.name].slice(0, 3).map(({ text }) => text);
  const setting = row.setting === null ? '' : `set "${row.setting}" in the settings`;
  if (places.length === 0) return `Please ${setting}.`;
  return `Send it in ${places.join(' or ')}${setting === '' ? '' : `, or ${setting}`}.`;
}
