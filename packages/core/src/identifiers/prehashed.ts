export function readPrehashed(text: string): { algorithm: 'sha256' | 'sha512'; hash: string } | 'weak' | null {
  const t = text.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(t)) return null;
  if (t.length === 64) return { algorithm: 'sha256', hash: t };
  if (t.length === 128) return { algorithm: 'sha512', hash: t };
  return t.length === 32 || t.length === 40 ? 'weak' : null;
}
