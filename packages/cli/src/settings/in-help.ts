/** A sentence as a line of help: it begins small, and the last full stop goes. */
export function inHelp(description: string): string {
  const isName = /^[A-Z]{2}/.test(description);
  return (isName ? description : description.charAt(0).toLowerCase() + description.slice(1)).replace(/\.$/, '');
}
