import { readConnectionFault } from './connection-fault.js';

function fault(code: unknown, name = 'Error'): Error {
  return Object.assign(new Error('GET https://h/mobile?source_hash=XYZ123'), { code, name });
}

describe('readConnectionFault', () => {
  test.each([
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ETIMEDOUT', 'timeout'],
    ['ECONNREFUSED', 'no_connection'],
    ['ENOTFOUND', 'no_connection'],
    ['EAI_AGAIN', 'no_connection'],
    ['EHOSTUNREACH', 'no_connection'],
    ['ENETUNREACH', 'no_connection'],
    ['CERT_HAS_EXPIRED', 'no_connection'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'no_connection'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'no_connection'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'no_connection'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'no_connection'],
    ['EPROTO', 'no_connection'],
    ['ECONNRESET', 'connection_lost'],
    ['EPIPE', 'connection_lost'],
    ['UND_ERR_SOCKET', 'connection_lost'],
    ['UND_ERR_HEADERS_OVERFLOW', 'unreadable_answer'],
  ])('%s: %s', (cause, code) => {
    expect(readConnectionFault(fault(cause))).toEqual({ code, cause });
  });

  test('an error of the parser', () => {
    expect(readConnectionFault(fault(undefined, 'HTTPParserError'))).toEqual({
      code: 'unreadable_answer',
      cause: 'HTTPParserError',
    });
  });

  test.each([undefined, null, 42, '', 'source_hash=XYZ123', 'https://h/?source_hash=XYZ123'])(
    'a code that is none is not shown: %p',
    (code) => {
      expect(readConnectionFault(fault(code))).toEqual({ code: 'connection_lost', cause: null });
    },
  );

  test('no error at all', () => {
    expect(readConnectionFault(null)).toEqual({ code: 'connection_lost', cause: null });
  });
});
