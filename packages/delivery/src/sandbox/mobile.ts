import type { ServerResponse } from 'node:http';
import { checkRequest } from '@loop-adapters/core';
import { Arrivals, type SandboxProblem, type SandboxRequest } from './arrivals.js';
import { answerWithFault, type Fault } from './fault.js';
import type { SandboxOptions } from './sandbox-options.js';
import { maskSourceHash, readQuery } from './query.js';
import { sendJson } from './send-json.js';
import { Throttle } from './throttle.js';

/** What is to be answered: a fault made on purpose, or what the contract says. */
interface Verdict {
  readonly name: string | null;
  readonly fault: Fault | null;
  readonly problems: readonly SandboxProblem[];
}

/** `GET /mobile`: the part of the stand-in that takes events. */
export class Mobile {
  readonly arrivals: Arrivals;
  readonly #options: SandboxOptions;
  readonly #throttle: Throttle | null;
  #count = 0;

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.arrivals = new Arrivals(options.keep);
    this.#throttle = options.throttleRps === undefined ? null : new Throttle(options.throttleRps, options.now);
  }

  /** @param query the query string as it came, without `?` */
  answer(query: string, response: ServerResponse): void {
    const { params, repeated } = readQuery(query);
    const request: SandboxRequest = {
      n: ++this.#count,
      receivedAtMs: this.#options.now(),
      url: `/mobile${query === '' ? '' : '?'}${maskSourceHash(query)}`,
      params: 'source_hash' in params ? { ...params, source_hash: '***' } : params,
    };
    const problems = this.#check(params, repeated);
    const verdict = this.#judge(request, problems);

    const finish = (): void => {
      clearTimeout(timer);
      response.off('close', finish);
      const status = response.destroyed ? null : carryOut(verdict, response);
      const arrival = { ...request, answer: { status, problems: verdict.problems, fault: verdict.name } };
      this.arrivals.add(arrival);
      this.#options.onRequest?.(arrival);
    };
    const timer = this.#options.latencyMs === 0 ? undefined : setTimeout(finish, this.#options.latencyMs);
    // A client that doesn't wait for the answer has been here all the same.
    if (timer === undefined) finish();
    else response.on('close', finish);
  }

  #judge(request: SandboxRequest, problems: readonly SandboxProblem[]): Verdict {
    const { answers, failRate, random } = this.#options;
    const scripted = answers?.(request.n, request);
    if (scripted !== undefined) return { name: scripted.kind, fault: scripted, problems };
    const waitSeconds = this.#throttle?.take() ?? null;
    if (waitSeconds !== null) {
      return { name: 'throttle', fault: { kind: 'status', status: 429, retryAfter: waitSeconds }, problems };
    }
    if (failRate > 0 && random() < failRate) {
      return { name: 'fail', fault: { kind: 'status', status: 500 }, problems };
    }
    return { name: null, fault: null, problems };
  }

  #check(params: Readonly<Record<string, string>>, repeated: readonly string[]): SandboxProblem[] {
    const problems: SandboxProblem[] = checkRequest(params);
    if (repeated.length > 0) {
      // Its name comes from outside and has not been checked, so it is not repeated here.
      const message = 'A parameter comes more than once: send each one once.';
      problems.push({ code: 'repeated_parameter', parameter: '***', message });
    }
    const { source_hash: sourceHash } = params;
    if (sourceHash !== undefined && this.#options.sourceHashes?.includes(sourceHash) === false) {
      const message = 'source_hash is none of those that the sandbox was started with: check it.';
      problems.push({ code: 'unknown_source_hash', parameter: 'source_hash', message });
    }
    return problems;
  }
}

/** Returns the status that the client got to see; null if none. */
function carryOut({ fault, problems }: Verdict, response: ServerResponse): number | null {
  if (fault !== null) return answerWithFault(response, fault);
  if (problems.length === 0) return sendJson(response, 200, { status: 'ok' });
  return sendJson(response, 400, { status: 'invalid', problems });
}
