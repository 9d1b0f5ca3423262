import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { env } from 'node:process';
import { formatUrl, readResponse } from '@loop-adapters/core';
import { AbortedError, axiosFromLib, RetryableError, ThrottledError } from '@rudderstack/integrations-lib';

/** The part of RudderStack's delivery request that is used here. */
export interface DeliveryRequest {
  readonly endpoint: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back: a status, or the code of what kept an answer from coming. */
export type ProxyResponse =
  | { readonly success: true; readonly response: { readonly status: number } }
  | { readonly success: false; readonly response: { readonly code: string } };

/** What RudderStack saves and shows of an answer. */
export interface DestinationResponse {
  readonly status: number;
  readonly response: string;
}

export interface DeliveryResponse {
  readonly status: number;
  readonly message: string;
  readonly destinationResponse: DestinationResponse;
}

const agents = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) };

/** Rudder-transformer's own variable for how long a destination may take, and its default. */
const timeoutMs = Number(env['REQUEST_TIMEOUT_IN_MS']) || 60_000;

/**
 * Sends one request. It never rejects.
 *
 * The answer's body is thrown away and its headers too: Loop documents neither, and an answer could repeat the
 * query, with the source hash and the hashes of a person, into what RudderStack saves and shows.
 */
async function proxy(request: DeliveryRequest): Promise<ProxyResponse> {
  const { endpoint, params, headers } = prepareProxy(request);
  try {
    const { status, data } = await axiosFromLib.request<unknown>({
      method: 'get',
      url: endpoint,
      params,
      headers,
      paramsSerializer: { serialize: query },
      // A redirect is not followed, because the query holds the source hash.
      maxRedirects: 0,
      validateStatus: () => true,
      responseType: 'stream',
      signal: AbortSignal.timeout(timeoutMs),
      ...agents,
    });
    discard(data);
    return { success: true, response: { status } };
  } catch (error) {
    return { success: false, response: { code: codeOf(error) } };
  }
}

/** The query in the form that Loop documents: brackets as they are, a space as `%20`. */
function query(params: Readonly<Record<string, string>>): string {
  return formatUrl('', params).slice(1);
}

/** The status has been read; the body only has to be out of the connection's way, whatever becomes of it. */
function discard(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('resume' in body)) return;
  const stream = body as NodeJS.ReadableStream;
  stream.on('error', () => undefined);
  stream.resume();
}

/** A code such as `ECONNRESET`. The error's message holds the URL, so it is left alone. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ERR_CANCELED') return 'ETIMEDOUT';
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : 'UNKNOWN';
}

/** What is sent, as rudder-transformer's test of deliveries compares it. */
function prepareProxy({ endpoint, params = {}, headers = {} }: DeliveryRequest) {
  return { endpoint, params, headers: { ...headers, 'User-Agent': 'RudderLabs' }, method: 'GET' };
}

/** No answer at all counts as a failure of a server: the event may not have arrived, so it is sent again. */
function processAxiosResponse(answer: ProxyResponse): DestinationResponse {
  return answer.success
    ? { status: answer.response.status, response: `Loop answered with status ${String(answer.response.status)}.` }
    : { status: 500, response: `No answer from Loop: ${answer.response.code}.` };
}

/**
 * Reads an answer by the core's rule. RudderStack's server then decides by the status alone, so the status says
 * what is meant: 429 and 500 are tried again, any other 4xx is final.
 *
 * @throws ThrottledError for 429.
 * @throws RetryableError (500) for every other answer after which the same request may succeed, 408 among them.
 * @throws AbortedError for every other answer after which it can't; 501 and redirects with status 400, because
 *   the server would try a 501 again.
 */
function responseHandler({
  destinationResponse,
}: {
  readonly destinationResponse: DestinationResponse;
}): DeliveryResponse {
  const { status, response } = destinationResponse;
  switch (readResponse(status)) {
    case 'accepted':
      return { status, message: '[Loop Response Handler] Request processed successfully', destinationResponse };
    case 'again':
      if (status === 429)
        throw new ThrottledError(
          `[Loop Response Handler] ${response} RudderStack sends the event again more slowly.`,
          destinationResponse,
        );
      throw new RetryableError(
        `[Loop Response Handler] ${response} RudderStack sends the event again later.`,
        500,
        destinationResponse,
      );
    case 'final':
      throw new AbortedError(
        `[Loop Response Handler] ${response} The same request would be refused again. Check the source hashes and the endpoint in the destination’s settings.`,
        status >= 400 && status < 500 ? status : 400,
        destinationResponse,
      );
  }
}

/** Rudder-transformer finds it by this name and calls `new` on it. */
export class networkHandler {
  readonly proxy = proxy;
  readonly prepareProxy = prepareProxy;
  readonly processAxiosResponse = processAxiosResponse;
  readonly responseHandler = responseHandler;
}
