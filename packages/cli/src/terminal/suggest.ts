/** What a person can do next: a sentence, and below it the command to copy. */
export function suggest(
  what: string,
  command: string,
  inputs: readonly string[],
  flags: readonly string[],
): [string, string] {
  return [what, `  ${['loop-adapters', command, ...inputs, ...flags].join(' ')}`];
}
