import { credentialCheckUrl, readCredentialCheck } from './credentials.js';

describe('credentialCheckUrl', () => {
  test.each([
    ['XYZ123', undefined, 'https://api.retargetly.com/sdk/params?source_hash=XYZ123'],
    ['a b&c=d/é', undefined, 'https://api.retargetly.com/sdk/params?source_hash=a%20b%26c%3Dd%2F%C3%A9'],
    ['XYZ123', 'http://127.0.0.1:8080/mobile', 'http://127.0.0.1:8080/sdk/params?source_hash=XYZ123'],
    ['XYZ123', 'https://loop.example', 'https://loop.example/sdk/params?source_hash=XYZ123'],
    ['XYZ123', 'https://loop.example?x=/', 'https://loop.example/sdk/params?source_hash=XYZ123'],
  ])('%s at %s', (sourceHash, endpoint, url) => {
    expect(credentialCheckUrl(sourceHash, endpoint)).toBe(url);
  });
});

describe('readCredentialCheck', () => {
  test.each([
    [200, '{}', 'accepted'],
    [200, ' {"session":{"timeout":30}}\n', 'accepted'],
    [204, '', 'wrong_source_hash'],
    [200, '', 'wrong_source_hash'],
    [200, 'null', 'wrong_source_hash'],
    [200, '[]', 'wrong_source_hash'],
    [200, '"ok"', 'wrong_source_hash'],
    [200, '<html></html>', 'wrong_source_hash'],
    [400, '{"error":"source"}', 'wrong_source_hash'],
    [401, '', 'wrong_source_hash'],
    [403, '', 'wrong_source_hash'],
    [404, '', 'unreachable'],
    [405, '', 'unreachable'],
    [407, '', 'unreachable'],
    [410, '', 'unreachable'],
    [302, '', 'unreachable'],
    [408, '', 'unreachable'],
    [429, '{}', 'unreachable'],
    [500, '{}', 'unreachable'],
    [501, '', 'unreachable'],
    [503, '', 'unreachable'],
    [0, '', 'unreachable'],
  ] as const)('%d %j: %s', (status, body, found) => {
    expect(readCredentialCheck(status, body)).toBe(found);
  });
});
