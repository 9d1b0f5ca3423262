import type { ProblemCode } from '../codes/codes.js';
import type { CountryReader } from '../normalize/country/country-reader.js';
import { sourceHashOf } from '../request/source-hash.js';
import type { Settings } from '../settings/settings.js';
import type { RequiredName } from '../table/table.js';
import { wireParameters } from '../table/table.js';
import { readAddress } from './address.js';
import { compileChain, readChain, type Chain } from './chain.js';
import type { Eligibility } from './eligibility.js';
import type { Source, Sources } from './extract.js';
import { readInstalledApps } from './installed-apps.js';
import { nothing, type Found, type Pass } from './pass.js';

/** Adds one parameter to the draft, or a problem to the pass, and returns what it found. */
type Add = (pass: Pass, eligible: Eligibility) => Found<string>;

type Row = (typeof wireParameters)[number];

/**
 * Compiles the settings into a function that adds Loop's parameters, in the order of the table; `value[…]` is not among
 * them. It returns the country as alpha-2, which the steps that follow need, and the source that told it.
 */
export function createAddParameters(
  settings: Settings,
  sources: Sources,
  countries: CountryReader,
): (pass: Pass, eligible: Eligibility) => Found<string> {
  const adders = wireParameters.map((row) => createAdd(row, settings, sources, countries));
  const countryIndex = wireParameters.findIndex(({ name }) => name === 'ct');
  return (pass, eligible) => {
    let country: Found<string> = nothing;
    for (let index = 0; index < adders.length; index++) {
      const found = (adders[index] as Add)(pass, eligible);
      if (index === countryIndex) country = found;
    }
    return country;
  };
}

const addNothing: Add = () => nothing;

function createAdd(row: Row, settings: Settings, sources: Sources, countries: CountryReader): Add {
  const places = sources[row.name].map(({ text }) => text);
  const isForRelay = settings.relay !== undefined;
  switch (row.form) {
    case 'fixed':
      return (pass) => {
        pass.draft.addPlain(row.name, row.text);
        return { value: row.text, source: null };
      };
    case 'names':
      return (pass) => {
        const { value, source } = pass.take(row.name, sources[row.name], (given, path) =>
          readInstalledApps(pass, given, path),
        );
        if (value !== undefined) pass.draft.add(row.name, value);
        return { value, source };
      };
    case 'secret':
      return isForRelay ? addNothing : createAddSourceHash(settings, places);
    case 'decided':
      return (pass, eligible) => {
        const value = eligible[row.name as keyof Eligibility & Row['name']];
        if (value !== undefined) pass.draft.addPlain(row.name, value);
        else if (row.name === 'device_type') pass.addProblem('missing_device_type', row.name, null, places);
        return { value, source: null };
      };
    case 'address':
      return isForRelay ? addNothing : createAddAddress(row, sources[row.name], places);
    case 'text':
    case 'free_text':
      return createAddText(row, compileChain(row, sources, settings, countries), places);
  }
}

function createAddText(row: Extract<Row, { normalize: unknown }>, chain: Chain, places: readonly string[]): Add {
  return (pass) => {
    const found = readChain(pass, chain);
    if (found.value !== undefined) pass.draft.add(row.name, found.value);
    else if (row.required) addMissing(pass, row.name as RequiredName, found.source, places);
    return found;
  };
}

function createAddAddress(row: Row, sources: readonly Source[], places: readonly string[]): Add {
  return (pass) => {
    const found = readAddress(pass, row.name, sources);
    if (found.value !== undefined) pass.draft.add(row.name, found.value);
    else addMissing(pass, row.name as RequiredName, found.source, places);
    return found;
  };
}

/** @param met the last place that held a value; null if none did */
function addMissing(pass: Pass, name: RequiredName, met: string | null, places: readonly string[]): void {
  const fault = met === null ? 'missing' : 'invalid';
  pass.addProblem(`${fault}_${name}` as ProblemCode, name, met, places);
}

/** The source hash of the event's platform. */
function createAddSourceHash({ sourceHash }: Settings, places: readonly string[]): Add {
  const isAnySet = (sourceHash.android ?? sourceHash.ios) !== undefined;
  return (pass, { device_type: platform }) => {
    const secret = platform === undefined ? undefined : sourceHashOf(sourceHash, platform);
    pass.addTrace('source_hash', 'settings.sourceHash', secret === undefined ? 'absent' : 'used');
    if (secret !== undefined) pass.draft.add('source_hash', secret);
    // Without a platform nobody can say which of two source hashes is missing.
    else if (!isAnySet) pass.addProblem('missing_source_hash', 'source_hash', null, places);
    else if (platform !== undefined) {
      pass.addProblem('missing_source_hash', 'source_hash', `settings.sourceHash.${platform}`, places);
    }
    return { value: secret, source: null };
  };
}
