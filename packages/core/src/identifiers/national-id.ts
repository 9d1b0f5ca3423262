export function normalizeNationalId(text: string): string | null {
  const d = text.replace(/\D/g, '');
  return d === '' || text.includes('@') ? null : d;
}
