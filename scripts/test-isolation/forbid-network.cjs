// Runs before every test file. What goes through http, https and fetch to another host fails with nock's message,
// which names the request. The environment (isolated-environment.cjs) takes nock out again.
const nock = require('nock');
const { loopback } = require('./loopback.cjs');

nock.disableNetConnect();
nock.enableNetConnect(loopback);
