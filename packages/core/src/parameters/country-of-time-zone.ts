export function countryOfTimeZone(z: string): string | null { return z.startsWith('America/Arg') ? 'ar' : z === 'America/Bogota' ? 'co' : null; }
