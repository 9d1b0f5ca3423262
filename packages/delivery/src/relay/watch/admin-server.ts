import fastify, { type FastifyInstance } from 'fastify';
import type { RelayMetrics } from './relay-metrics.js';

/**
 * The server of whoever runs the relay. It has a port of its own, which nobody outside should reach: counters tell what
 * goes on inside.
 */
export function createAdminServer(metrics: RelayMetrics): FastifyInstance {
  const app = fastify({ logger: false, forceCloseConnections: true, exposeHeadRoutes: false });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
  app.setErrorHandler((_error, _request, reply) => reply.code(500).send());
  app.get('/metrics', async (_request, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
  return app;
}
