import cors from '@fastify/cors';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Queue } from '../../queue/queue.js';
import { QueueError } from '../../queue/queue-error.js';
import { relayCodes, relayStatuses, type RelayCode } from '../relay-codes.js';
import { faultCode } from '../watch/relay-log.js';
import { limitConnections } from './connection-limits.js';
import { addEventRoutes, type RouteTools } from './event-routes.js';
import { addMobileRoute } from './mobile-route.js';
import { watchAnswer } from './open-answers.js';
import { isTrustedProxy, trustOf } from './proxies.js';
import { Refusal } from './refusal.js';

/** What stands behind the paths. */
export interface ServerTools extends RouteTools {
  readonly queue: Pick<Queue, 'add'>;
  /** Whether events can be kept at the moment. */
  readonly isReady: () => Promise<boolean>;
}

/** When a client may come again while the queue takes nothing. Nobody knows, so it is a guess that hammers nobody. */
const retryAfterSeconds = 5;

/** Longest path and query: Loop's own form is a URL of 8,000 characters, and some settings allow more. */
const maxHeaderBytes = 128 * 1024;

/** How often Node looks for requests that take too long, in milliseconds: a limit of 30 s is 90 s without it. */
const checkEveryMs = 1000;

/**
 * The server that everybody may reach: paths for events, and whether it is there and ready. Fastify writes no log here,
 * because its lines hold URLs and errors; the observer counts and logs instead.
 */
export async function createPublicServer(tools: ServerTools): Promise<FastifyInstance> {
  const { settings, observer, held } = tools;
  const { limits, allowedOrigins } = settings;
  const app: FastifyInstance = fastify({
    logger: false,
    trustProxy: trustOf(settings.trustedProxies),
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    requestTimeout: limits.requestMs,
    http: {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(checkEveryMs, limits.requestMs),
    },
    routerOptions: { maxParamLength: 128 },
    onProtoPoisoning: 'ignore',
  });
  limitConnections(app.server, limits, isTrustedProxy(settings.trustedProxies), () => {
    observer.closedConnection();
  });

  // Nothing is read before it is known who sends it: the routes read the bodies.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload);
  });
  if (allowedOrigins.length > 0) {
    await app.register(cors, {
      origin: [...allowedOrigins],
      methods: ['GET', 'POST'],
      // Which headers are allowed is left out: those are that the page asks for, and each SDK has some of its own.
      exposedHeaders: ['retry-after'],
      // The SDKs send cookies only where they are told to, and the relay has no use for them.
      credentials: false,
      maxAge: 600,
    });
  }

  app.addHook('onSend', (_request, reply, payload, done) => {
    watchAnswer(reply.raw, typeof payload === 'string' ? payload.length : 0, held, limits.requestMs);
    done(null, payload);
  });
  app.addHook('onResponse', async (request, reply) => {
    observer.answered(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, new Refusal('not_found')));
  app.setErrorHandler((error: FastifyError | Refusal | QueueError, _request, reply) => {
    if (error instanceof QueueError) observer.notKept(error.code);
    const refusal = refusalOf(error);
    if (refusal.code === 'internal_error') observer.broken(faultCode(error));
    observer.refused(refusal.code);
    return refuse(reply, refusal);
  });

  addEventRoutes(app, tools);
  addMobileRoute(app, tools);
  // A status without a body: who is nobody's friend learns nothing else.
  app.get('/healthz', async (_request, reply) => reply.code(200).send());
  app.get('/readyz', async (_request, reply) => reply.code((await tools.isReady()) ? 200 : 503).send());
  return app;
}

function refuse(reply: FastifyReply, { code, retryAfterSeconds: seconds }: Refusal): FastifyReply {
  if (seconds !== null) reply.header('retry-after', String(seconds));
  if (code === 'unauthorized') reply.header('www-authenticate', 'Basic realm="write key"');
  // The rest of such a body is not waited for.
  if (code === 'too_large' || code === 'busy') reply.header('connection', 'close');
  return reply.code(relayStatuses[code]).send({ success: false, code, message: relayCodes[code] });
}

function refusalOf(error: FastifyError | Refusal | QueueError): Refusal {
  if (error instanceof Refusal) return error;
  return error instanceof QueueError ? new Refusal('unavailable', retryAfterSeconds) : new Refusal(codeOf(error));
}

/** What Fastify found wrong with a request. Its message may quote the request, so it goes nowhere. */
function codeOf(error: FastifyError): RelayCode {
  const status = error.statusCode ?? 500;
  if (status === 413) return 'too_large';
  if (status === 503) return 'unavailable';
  return status < 500 ? 'unreadable_request' : 'internal_error';
}
