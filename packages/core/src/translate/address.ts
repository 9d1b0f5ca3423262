import { chooseIp, publicAddress } from '../normalize/choose-ip.js';
import { isAbsent } from '../normalize/absent.js';
import type { ParameterName } from '../table/table.js';
import { unreadable, type Source } from './extract.js';
import { nothing, type Found, type Pass } from './pass.js';

/** What the adapter knows stands in notes and explanations under this name. */
const adapterSource = 'adapter';

/**
 * The address of the device: the first public one of all sources, what the adapter knows coming last; a private one only
 * if nothing public is there.
 */
export function readAddress(pass: Pass, name: ParameterName, sources: readonly Source[]): Found<string> {
  const [first] = sources;
  if (first !== undefined && pass.tracer === null) {
    // What most events come to: nothing is to be noted, and nobody wants to know of the rest.
    const address = publicAddress(pass.valueAt(first));
    if (address !== null) return { value: address, source: first.text };
  }
  const places = [...sources.map(({ text }) => text), adapterSource];
  const values = [...sources.map((source) => pass.valueAt(source)), pass.known.ip];
  const chosen = chooseIp(values);
  let met: string | null = null;
  for (const [index, value] of values.entries()) {
    const place = places[index] ?? '';
    if (isAbsent(value)) {
      if (place !== adapterSource) pass.addTrace(name, place, 'absent');
    } else if (index === chosen?.index) {
      pass.addTrace(name, place, 'used');
    } else if ((chosen !== null && index > chosen.index) || chooseIp([value]) !== null) {
      pass.addTrace(name, place, 'not_needed');
    } else {
      met = place;
      const code = value === unreadable ? 'unreadable_value' : 'unusable_value';
      pass.addNote(code, name, place);
      pass.addTrace(name, place, 'refused', code);
    }
  }
  if (chosen !== null) return { value: chosen.address, source: places[chosen.index] ?? null };
  return met === null ? nothing : { value: undefined, source: met };
}
