import { holdsEmail } from '../guard/guard.js';
import { wireParameters } from '../table/table.js';
import { anyText, valueForms, wireForms, type WireForm } from '../table/wire-forms.js';

/** What is wrong with a request, by Loop's public contract. The code is stable. */
export type ContractCode = `missing_${string}` | `invalid_${string}` | 'unknown_parameter' | 'personal_data';

/** One fault of a request. It never holds the value. */
export interface ContractProblem {
  readonly code: ContractCode;
  /** The parameter as it was named, such as `ct` or `value[ml_sh2]`; `***` if the name itself can't be shown. */
  readonly parameter: string;
  /** What is wrong and what to send instead. */
  readonly message: string;
}

/** Loop's parameters by name: whether they are required, and their form. */
const parameters: ReadonlyMap<string, WireForm & { readonly required: boolean }> = new Map(
  wireParameters.map(({ name, required }) => [name, { ...(wireForms.get(name) ?? anyText), required }]),
);

/** What the relay puts in by itself. */
const filledByRelay: readonly string[] = wireParameters
  .filter(({ form }) => form === 'address' || form === 'secret')
  .map(({ name }) => name);

/**
 * Checks the parameters of a request against Loop's public contract and returns every problem, in the contract's
 * order, then in the order of the parameters; an empty array if there is none.
 *
 * It checks what is documented (which parameters, which of them are required, their formats, hashes as lower-case
 * hex) and that no e-mail address goes out in the clear. It does not know which country codes are in use or which
 * source hashes exist.
 *
 * Source: Loop's guide "Integrate Loop's API for Mobile App Data Collection".
 *
 * @param params the query's parameters, decoded
 * @param options `relay`: the request is on its way to a relay, which puts in `source_hash` and `ip`
 */
export function checkRequest(
  params: Readonly<Record<string, string>>,
  options: { readonly relay?: boolean } = {},
): ContractProblem[] {
  const present = new Set(Object.keys(params));
  const problems: ContractProblem[] = [];
  for (const [name, { required, expects }] of parameters) {
    if (present.has(name) || !required) continue;
    if (options.relay === true && filledByRelay.includes(name)) continue;
    problems.push({ code: `missing_${name}`, parameter: name, message: `${name} is missing: it must be ${expects}.` });
  }
  for (const name of present) {
    const problem = checkParameter(name, params[name] ?? '');
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

function checkParameter(name: string, value: string): ContractProblem | null {
  const parameter = shown(name);
  const form = formOf(name);
  if (form === null) {
    return {
      code: 'unknown_parameter',
      parameter,
      message: `Loop has no parameter ${parameter}: send it as value[key], its key of letters, digits, "_", "-" and ".".`,
    };
  }
  if (holdsEmail(name) || holdsEmail(value)) {
    return {
      code: 'personal_data',
      parameter,
      message: `${parameter} holds an e-mail address in the clear: send its hash as value[ml_sh2].`,
    };
  }
  const code = parameters.has(name) ? name : 'value';
  if (value.trim() === '') {
    return parameters.get(name)?.required === true
      ? { code: `missing_${code}`, parameter, message: `${parameter} is empty: it must be ${form.expects}.` }
      : { code: `invalid_${code}`, parameter, message: `${parameter} is empty: leave it out.` };
  }
  if (form.matches(value)) return null;
  return { code: `invalid_${code}`, parameter, message: `${parameter} must be ${form.expects}.` };
}

function formOf(name: string): WireForm | null {
  const parameter = parameters.get(name);
  if (parameter !== undefined) return parameter;
  const key = /^value\[([A-Za-z0-9_.-]+)\]$/.exec(name)?.[1];
  return key === undefined ? null : (valueForms.get(key) ?? anyText);
}

/** A name comes from outside too: an address, a phone or a hash in its place is not repeated. */
function shown(name: string): string {
  return /^[A-Za-z0-9_.[\]-]{1,64}$/.test(name) && !/\d(?:\D?\d){6}/.test(name) ? name : '***';
}
