import nock from 'nock';

/** Stands in for Loop: answers every request to the Mobile API and keeps the URLs as they were sent. */
export function loopAnswers(...statuses: number[]): string[] {
  const urls: string[] = [];
  for (const status of statuses) {
    nock('https://api.retargetly.com')
      .get((uri) => uri.startsWith('/mobile?'))
      .reply((uri) => {
        urls.push(`https://api.retargetly.com${uri}`);
        return status < 400 && status >= 300 ? [status, '', { location: 'https://example.com/' }] : [status, 'answer'];
      });
  }
  return urls;
}

/** Answers every request with 200, until `nock.cleanAll`. */
export function loopAnswersAlways(): string[] {
  const paths: string[] = [];
  nock('https://api.retargetly.com')
    .persist()
    .get((uri) => uri.startsWith('/mobile?'))
    .reply((uri) => {
      paths.push(uri);
      return [200, 'answer'];
    });
  return paths;
}
