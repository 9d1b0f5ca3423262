import { remembered } from './remembered.js';

function counted() {
  const calls: string[] = [];
  const find = (text: string): string | null => {
    calls.push(text);
    return text === 'none' ? null : text.toUpperCase();
  };
  const read = remembered(find, { maxLength: 5, ofLonger: () => null });
  return { calls, read };
}

describe('remembered', () => {
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

  it('asks for a long text each time, if nothing else answers', () => {
    const calls: string[] = [];
    const length = remembered((text) => calls.push(text), { maxLength: 1 });
    expect(['a', 'bb', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 3]);
    expect(calls).toEqual(['a', 'bb', 'bb']);
  });

  it('asks again for an answer that may not be kept', () => {
    const calls: string[] = [];
    const length = remembered((text) => calls.push(text), { maxLength: 5, isKept: (count) => count > 1 });
    expect(['a', 'a', 'a'].map(length)).toEqual([1, 2, 2]);
  });

  it('forgets, rather than grow without end', () => {
    const { calls, read } = counted();
    const texts = Array.from({ length: 257 }, (_, index) => String(index));
    expect(texts.map(read)).toEqual(texts);
    expect([read('0'), read('256')]).toEqual(['0', '256']);
    expect(calls).toEqual([...texts, '0']);
  });
});
