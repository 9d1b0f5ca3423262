import { serveOptions } from './serve-options.js';

it('takes the words of every option from the settings of the relay', () => {
  expect(serveOptions.filter(({ description }) => !/^\S+ \S/.test(description)).map(({ path }) => path)).toEqual([]);
  expect(serveOptions.find(({ path }) => path === 'host')?.description).toBe(
    'the address to listen on (0.0.0.0 takes every one of the machine; default: 127.0.0.1)',
  );
});
