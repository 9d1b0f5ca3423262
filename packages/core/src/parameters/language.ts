export function readLanguage(l: string): string | null { return /^([a-z]{2})(?:$|[-_])/i.exec(l)?.[1]?.toLowerCase() ?? null; }
