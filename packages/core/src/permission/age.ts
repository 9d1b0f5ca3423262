/**
 * Whether a person is younger than an age.
 *
 * @param minimumAge in years; 0 lets everybody through
 * @param age whole years as text; null if unknown
 * @param birthDate `yyyymmdd` or `yyyy`; null if unknown. The year alone counts as if the birthday were over.
 */
export function isUnderAge(
  minimumAge: number,
  { age, birthDate }: { readonly age: string | null; readonly birthDate: string | null },
  now?: Date,
): boolean {
  if (age !== null && Number(age) < minimumAge) return true;
  if (birthDate === null) return false;
  const day = now ?? new Date();
  const years = day.getUTCFullYear() - Number(birthDate.slice(0, 4));
  const today = (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
  const isBirthdayAhead = birthDate.length === 8 && Number(birthDate.slice(4)) > today;
  return years - (isBirthdayAhead ? 1 : 0) < minimumAge;
}
