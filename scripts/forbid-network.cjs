// Runs before every test file: a test that reaches for any host but this machine fails.
const { Socket } = require('node:net');
const nock = require('nock');

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)(?::\d+)?$/;

// What goes through http, https and fetch: nock says which request it was.
nock.disableNetConnect();
nock.enableNetConnect(loopback);
afterAll(() => {
  nock.restore();
});

// Everything else, undici's pools above all, opens its sockets itself. The sockets outlive a test file, so once is enough.
const guard = Symbol.for('loop-adapters.forbid-network');
if (Socket.prototype[guard] === undefined) {
  Socket.prototype[guard] = true;
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (...args) {
    const host = hostOf(args);
    if (host === undefined || loopback.test(host)) return connect.apply(this, args);
    process.nextTick(() => {
      this.destroy(
        new Error(`The tests may not reach ${host}. Only this machine is allowed: 127.0.0.1, ::1, localhost.`),
      );
    });
    return this;
  };
}

/** The host in any form that `connect` takes: options, port and host, or the list that `net.connect` makes of them. */
function hostOf(args) {
  const [target, host] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof target === 'object' && target !== null) return target.host;
  return typeof host === 'string' ? host : undefined;
}
