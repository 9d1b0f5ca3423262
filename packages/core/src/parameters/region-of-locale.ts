export function regionOfLocale(l: string): string | null { return /[-_]([A-Za-z]{2})(?:$|[._-])/.exec(l)?.[1]?.toLowerCase() ?? null; }
