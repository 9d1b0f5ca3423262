// What the first digits of a plan's numbers tell, worked out from the patterns of libphonenumber.

/**
 * How the numbers of a pattern begin, by their length.
 *
 * @param pattern of the metadata: digits, classes, groups, `|`, `?` and `{n,m}`
 * @param depth how many digits are looked at
 * @returns a Map from a length to the Set of all beginnings of numbers of that length
 */
export function startsByLength(pattern, depth) {
  const byLength = new Map();
  for (const [start, length] of new PatternReader(pattern, depth).read()) {
    byLength.set(length, (byLength.get(length) ?? new Set()).add(start));
  }
  return byLength;
}

/**
 * A regular expression, without anchors, of all numbers that begin like that.
 * @param byLength as `startsByLength` returns it
 */
export function patternOf(byLength) {
  const lengthsByStarts = new Map();
  for (const [length, starts] of [...byLength].sort(([a], [b]) => a - b)) {
    const start = alternatives(starts);
    const depth = Math.max(...[...starts].map((each) => each.length));
    lengthsByStarts.set(start, [...(lengthsByStarts.get(start) ?? []), length - depth]);
  }
  return [...lengthsByStarts]
    .flatMap(([start, rests]) =>
      runs(rests).map(([from, to]) => `${start}\\d{${from === to ? from : `${from},${to}`}}`),
    )
    .join('|');
}

/** `11`, `12` and `2` to any digit become `(?:1[12]|2\d)`. */
function alternatives(starts) {
  const seconds = new Map();
  for (const start of starts) seconds.set(start[0], [...(seconds.get(start[0]) ?? []), start.slice(1)]);
  const firsts = new Map();
  for (const [first, rest] of seconds) {
    const second = rest[0] === '' ? '' : digitClass(rest);
    firsts.set(second, [...(firsts.get(second) ?? []), first]);
  }
  const parts = [...firsts].map(([second, first]) => digitClass(first) + second);
  return parts.length === 1 ? parts[0] : `(?:${parts.join('|')})`;
}

function digitClass(digits) {
  const sorted = [...new Set(digits)].sort();
  if (sorted.length === 10) return '\\d';
  if (sorted.length === 1) return sorted[0];
  const spans = runs(sorted.map(Number)).map(([from, to]) =>
    to - from < 2 ? `${from}${to === from ? '' : to}` : `${from}-${to}`,
  );
  return `[${spans.join('')}]`;
}

/** Whole numbers in order as runs without a gap. */
function runs(numbers) {
  const found = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** Reads a pattern as the set of pairs of a beginning and a length: of a sequence, the pairs are joined one by one. */
class PatternReader {
  #at = 0;

  constructor(pattern, depth) {
    this.pattern = pattern;
    this.depth = depth;
  }

  read() {
    const pairs = this.#alternatives();
    if (this.#at < this.pattern.length) throw new Error(`This pattern can't be read: ${this.pattern}`);
    return pairs;
  }

  #alternatives() {
    const found = [...this.#sequence()];
    while (this.#take('|')) found.push(...this.#sequence());
    return found;
  }

  #sequence() {
    let pairs = [['', 0]];
    while (this.#at < this.pattern.length && !'|)'.includes(this.pattern[this.#at])) {
      pairs = this.#join(pairs, this.#repeated());
    }
    return pairs;
  }

  #repeated() {
    const once = this.#atom();
    const [min, max] = this.#quantifier();
    const found = min === 0 ? [['', 0]] : [];
    let pairs = [['', 0]];
    for (let count = 1; count <= max; count++) {
      pairs = this.#join(pairs, once);
      if (count >= min) found.push(...pairs);
    }
    return found;
  }

  #quantifier() {
    if (this.#take('?')) return [0, 1];
    if (!this.#take('{')) return [1, 1];
    const [min, max = min] = this.#until('}').split(',').map(Number);
    return [min, max];
  }

  #atom() {
    if (this.#take('(?:') || this.#take('(')) {
      const pairs = this.#alternatives();
      if (!this.#take(')')) throw new Error(`A group does not end: ${this.pattern}`);
      return pairs;
    }
    if (this.#take('\\d')) return digitsOf('0-9');
    if (this.#take('[')) return digitsOf(this.#until(']'));
    return digitsOf(this.pattern[this.#at++]);
  }

  #join(left, right) {
    const joined = new Map();
    for (const [start, length] of left) {
      for (const [next, more] of right) {
        const pair = [(start + next).slice(0, this.depth), length + more];
        joined.set(pair.join(), pair);
      }
    }
    return [...joined.values()];
  }

  #take(text) {
    if (!this.pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #until(end) {
    const from = this.#at;
    this.#at = this.pattern.indexOf(end, from) + 1;
    return this.pattern.slice(from, this.#at - 1);
  }
}

function digitsOf(members) {
  const member = new RegExp(`[${members}]`);
  return [...'0123456789'].filter((digit) => member.test(digit)).map((digit) => [digit, 1]);
}
