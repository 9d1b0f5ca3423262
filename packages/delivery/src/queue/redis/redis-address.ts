/** Where Redis is, as its URL says. */
export interface RedisAddress {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  readonly tls: boolean;
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  readonly username?: string;
  readonly password?: string;
  /** The number of the database; 0 if the URL names none. */
  readonly database: number;
  /** With Sentinel: what it calls the primary. */
  readonly primary?: string;
}

/** What can be wrong with a URL. No sentence shows it, because it may hold a password. */
const faults = {
  form: 'must be the URL of a Redis, such as redis://127.0.0.1:6379, without a query',
  host: 'must have hosts of the form HOST or HOST:PORT',
  several: 'names several hosts: begin it with redis+sentinel:// or redis+cluster://',
  primary: 'must end in the name that the Sentinels have for the primary, such as redis+sentinel://HOST:26379/mymaster',
  database: 'must end in the number of a database, such as redis://HOST:6379/2, or in nothing',
  clusterDatabase: 'must name no database: a cluster has none but 0',
} as const;

type AddressFault = keyof typeof faults;

/** The rules of the setting `url`: for each fault whether a text has it, and the sentence that says so. */
export const redisAddressRules = (Object.keys(faults) as AddressFault[]).map(
  (fault) => [(url: string) => readRedisAddress(url) !== fault, faults[fault]] as const,
);

const form = /^(redis|rediss)(?:\+(sentinel|cluster))?:\/\/(?:([^/@]*)@)?([^/@?#]+)(?:\/([^?#]*))?$/;
const hostForm = /^(\[[0-9a-f:.]+\]|[^:[\]\s]+)(?::(\d{1,5}))?$/i;

/**
 * Reads the URL of a Redis, of Sentinels, or of a cluster:
 *
 * - `redis://USER:PASSWORD@HOST:PORT/DATABASE`; all but the host can be left out
 * - `redis+sentinel://PASSWORD@HOST:PORT,HOST:PORT/NAME/DATABASE`, where `NAME` is what the Sentinels call the primary
 * - `redis+cluster://HOST:PORT,HOST:PORT`: some nodes of it
 *
 * `rediss` instead of `redis` means TLS.
 */
export function readRedisAddress(url: string): RedisAddress | AddressFault {
  const parts = form.exec(url);
  if (parts === null) {
    return 'form';
  }
  const [, scheme, mode, login, hostList = '', path = ''] = parts;
  const kind = mode === 'sentinel' || mode === 'cluster' ? mode : 'single';
  const hosts = hostList.split(',').map((text) => readHost(text, kind === 'sentinel' ? 26_379 : 6379));
  if (hosts.some((host) => host === null)) return 'host';
  if (kind === 'single' && hosts.length > 1) {
    return 'several';
  }
  const names = path === '' ? [] : path.split('/');
  const primary = kind === 'sentinel' ? names.shift() : undefined;
  if (kind === 'sentinel' && (primary === undefined || primary === '')) {
    return 'primary';
  }
  const [number = '0', ...more] = names;
  if (more.length > 0 || !/^\d{1,5}$/.test(number)) {
    return 'database';
  }
  if (kind === 'cluster' && number !== '0') return 'clusterDatabase';
  const [username, password] = readLogin(login);
  return {
    kind,
    tls: scheme === 'rediss',
    hosts: hosts.filter((host) => host !== null),
    database: Number(number),
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(primary === undefined ? {} : { primary: decodeURIComponent(primary) }),
  };
}

function readHost(text: string, standardPort: number): { host: string; port: number } | null {
  const [, host, port] = hostForm.exec(text) ?? [];
  if (host === undefined || Number(port ?? 1) > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? standardPort) };
}

/** `USER:PASSWORD`, or `:PASSWORD`. A text without a colon is a user, as Redis's own tools read it. */
function readLogin(login: string | undefined): readonly [username: string | undefined, password: string | undefined] {
  if (login === undefined || login === '') return [undefined, undefined];
  const colon = login.indexOf(':');
  const [user, password] = colon === -1 ? [login, ''] : [login.slice(0, colon), login.slice(colon + 1)];
  const decoded = (text: string): string | undefined => (text === '' ? undefined : decodeURIComponent(text));
  return [decoded(user), decoded(password)];
}
