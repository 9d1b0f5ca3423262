import { endpointProblems } from '../public-endpoint';

it.each([
  undefined,
  'https://api.retargetly.com/mobile',
  'https://loop.example.com:8443/mobile',
  ' HTTPS://Loop.Example.com/mobile ',
  'https://loop.xn--p1ai/mobile',
])('takes %s', (endpoint) => {
  expect(endpointProblems(endpoint)).toEqual([]);
});

it.each([
  'http://api.retargetly.com/mobile',
  'https://localhost/mobile',
  'https://loop.localhost/mobile',
  'https://relay/mobile',
  'https://relay.internal/mobile',
  'https://relay.internal./mobile',
  'https://127.0.0.1/mobile',
  'https://2130706433/mobile',
  'https://0x7f.1/mobile',
  'https://169.254.169.254/mobile',
  'https://[::1]/mobile',
  'https://api.retargetly.com@10.0.0.1/mobile',
  'https://api.retargetly.com\\@10.0.0.1/mobile',
])('refuses %s', (endpoint) => {
  expect(endpointProblems(endpoint)).toEqual([
    { path: 'endpoint', message: expect.stringMatching(/^It must be https on a host with a public name/) as string },
  ]);
});
