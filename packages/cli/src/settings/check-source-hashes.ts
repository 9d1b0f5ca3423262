import { credentialCheckUrl, platforms, readCredentialCheck, type Settings } from '@loop-adapters/core';

import { errorCode } from '../terminal/error-code.js';
import type { Finding } from '../terminal/findings.js';

const timeoutMs = 10_000;

const platformNames = { android: 'Android', ios: 'iOS' } as const;

/** What came back, or why nothing did. */
type Answer = { readonly status: number; readonly body: string; readonly failure: null } | NoAnswer;
interface NoAnswer {
  readonly status: 0;
  readonly body: '';
  readonly failure: string;
}

/**
 * Asks Loop about each source hash that is set, with the check that Loop's own
 * SDKs make (see `credentialCheckUrl`). The source hash is in that request and
 * nowhere else: no error is passed on, because it could hold the URL.
 */
export async function checkSourceHashes(settings: Settings): Promise<Finding[]> {
  const { relay, sourceHash, endpoint } = settings;
  if (relay !== undefined) {
    const message = 'Loop was not asked: the source hash is with the relay, not here.';
    return [{ check: 'online', state: 'good', message }];
  }
  const secrets = [...new Set(platforms.map((platform) => sourceHash[platform]))];
  const findings: Finding[] = [];
  for (const secret of secrets) {
    if (secret === undefined) continue;
    const users = platforms.filter((platform) => sourceHash[platform] === secret);
    const name = users.length > 1 ? 'both platforms' : users.map((platform) => platformNames[platform]).join();
    findings.push(describe(name, await ask(credentialCheckUrl(secret, endpoint))));
  }
  return findings;
}

function describe(name: string, { status, body, failure }: Answer): Finding {
  const check = `online_${name.toLowerCase().replace(' ', '_')}`;
  switch (readCredentialCheck(status, body)) {
    case 'accepted':
      return { check, state: 'good', message: `Loop knows the source hash for ${name}.` };
    case 'wrong_source_hash':
      return {
        check,
        state: 'wrong',
        message: `Loop does not know the source hash for ${name}. Compare it with the one that Loop gave you; look for a missing character or a space.`,
      };
    case 'unreachable':
      return {
        check,
        state: 'unknown',
        message: `Loop could not be asked about the source hash for ${name} (${failure ?? `HTTP ${String(status)}`}). This says nothing about the source hash. Check the network, a proxy or firewall on the way, and the endpoint.`,
      };
  }
}

async function ask(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, body: await response.text(), failure: null };
  } catch (error) {
    return { status: 0, body: '', failure: describeFailure(error) };
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer in ${String(timeoutMs / 1000)} s`;
  // fetch says "fetch failed" for everything; the reason is its cause.
  return errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error);
}
