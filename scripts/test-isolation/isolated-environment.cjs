// Every test file starts with Node's own network, whatever the file before it left behind.
//
// With one worker all test files share the modules of Node: what nock puts into `http` in one file is still there in
// the next. An `afterAll` that takes it out is no answer, because Jest runs no hook of a file whose tests are all
// skipped (no Chromium, no Redis), and none if a file breaks while it is loaded. Jest does make a new environment
// before every file, always. So the environment puts back what was there when the worker started, and no file has to
// clean up after itself.
const { TestEnvironment } = require('jest-environment-node');
const { Socket } = require('node:net');
const { refuseOtherHosts } = require('./loopback.cjs');

const originals = ['http', 'https', 'net', 'tls', 'dns'].map((name) => {
  const module = require(`node:${name}`);
  return { module, properties: Object.getOwnPropertyDescriptors(module) };
});

// This file is loaded once in each worker, before any test file.
refuseOtherHosts(Socket.prototype);

module.exports = class IsolatedEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const { module, properties } of originals) Object.defineProperties(module, properties);
  }
};
