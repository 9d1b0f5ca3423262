import { type ResponseMeaning, readResponse } from './response.js';

describe('readResponse', () => {
  const table: readonly (readonly [ResponseMeaning, readonly number[]])[] = [
    ['accepted', [200, 201, 202, 204, 206, 226, 299]],
    ['again', [408, 429, 500, 502, 503, 504, 507, 520, 599]],
    ['final', [300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 409, 410, 413, 414, 418]],
    ['final', [422, 423, 425, 431, 451, 499, 501]],
    ['again', [100, 101, 103, 199]],
    ['again', [0, -1, 99, 600, 999, Number.NaN, Number.POSITIVE_INFINITY]],
  ];

  for (const [meaning, statuses] of table) {
    test.each([...statuses])(`%d is ${meaning}`, (status) => {
      expect(readResponse(status)).toBe(meaning);
    });
  }
});
