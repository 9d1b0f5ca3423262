const m: Record<string, string> = { bra: 'br', 'méxico': 'mx', brasil: 'br', chile: 'cl', 'perú': 'pe', uruguay: 'uy', argentina: 'ar' };
export function readCountry(t: string): string | null { const x = t.trim().toLowerCase(); return /^[a-z]{2}$/.test(x) ? x : (m[x] ?? null); }
