import fc from 'fast-check';
import { Fifo } from './fifo.js';

test('Fifo gives back what went in, in order, as an array would', () => {
  const operations = fc.array(fc.oneof(fc.nat(), fc.constant('shift' as const)), { maxLength: 5000, size: 'max' });
  fc.assert(
    fc.property(operations, (list) => {
      const fifo = new Fifo<number>();
      const model: number[] = [];
      for (const operation of list) {
        if (operation === 'shift') {
          expect(fifo.shift()).toBe(model.shift());
        } else {
          fifo.push(operation);
          model.push(operation);
        }
      }
      for (const item of model) expect(fifo.shift()).toBe(item);
      expect(fifo.shift()).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('Fifo keeps its order over many thousands', () => {
  const fifo = new Fifo<number>();
  for (let n = 0; n < 10_000; n++) fifo.push(n);
  const out: (number | undefined)[] = [];
  for (let n = 0; n < 10_001; n++) out.push(fifo.shift());
  expect(out).toEqual([...Array.from({ length: 10_000 }, (_, n) => n), undefined]);
});
