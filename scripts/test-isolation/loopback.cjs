// What the tests may reach: this machine.

/** A host that is this machine, with or without a port. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)(?::\d+)?$/;

/**
 * Makes a socket that wants to reach another host end with an error. undici's pools and TLS open their sockets
 * themselves, so nock never sees them; every connection passes here.
 *
 * @param socketPrototype `Socket.prototype` of `node:net`; its `connect` is replaced
 */
function refuseOtherHosts(socketPrototype) {
  const { connect } = socketPrototype;
  socketPrototype.connect = function (...args) {
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

module.exports = { loopback, refuseOtherHosts };
