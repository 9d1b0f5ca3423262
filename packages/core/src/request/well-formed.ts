/**
 * The text with every lone surrogate as U+FFFD, which is what a UTF-8 encoder makes of it. Without this,
 * `encodeURIComponent` throws. (`toWellFormed` is missing in Hermes and in older browsers.)
 */
export function wellFormed(text: string): string {
  // Hardly any text has a surrogate at all, and this test is cheap. With the flag `u`, a pair is no surrogate.
  return /[\ud800-\udfff]/.test(text) ? text.replace(/[\ud800-\udfff]/gu, '\ufffd') : text;
}
