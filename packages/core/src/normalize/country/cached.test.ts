import { cached } from './cached.js';

function counted() {
  const calls: string[] = [];
  const read = cached((text) => {
    calls.push(text);
    return text === 'none' ? null : text.toUpperCase();
  }, 5);
  return { calls, read };
}

describe('cached', () => {
  it('asks once for each text, also for one that is refused', () => {
    const { calls, read } = counted();
    expect(['a', 'none', 'b', 'a', 'none'].map(read)).toEqual(['A', null, 'B', 'A', null]);
    expect(calls).toEqual(['a', 'none', 'b']);
  });

  it('refuses a long text without asking', () => {
    const { calls, read } = counted();
    expect(read('a'.repeat(6))).toBeNull();
    expect(calls).toEqual([]);
  });

  it('forgets, rather than grow without end', () => {
    const { calls, read } = counted();
    const texts = Array.from({ length: 257 }, (_, index) => String(index));
    expect(texts.map(read)).toEqual(texts);
    expect([read('0'), read('256')]).toEqual(['0', '256']);
    expect(calls).toEqual([...texts, '0']);
  });
});
