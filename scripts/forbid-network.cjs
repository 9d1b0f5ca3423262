// Runs before every test file: a test that reaches for any host but this machine fails.
const { Socket } = require('node:net');
const nock = require('nock');

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)(?::\d+)?$/;

nock.disableNetConnect();
nock.enableNetConnect(loopback);
afterAll(() => nock.restore());
