/**
 * Student's t, the point exceeded in either direction in 1 of 20 cases, by degrees of freedom from
 * 1 to 30, as every printed table has it.
 */
const TABLE = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];
const Z = 1.959963985;

/**
 * t(.975) for a whole number of degrees of freedom, from 1. Beyond the table the expansion of
 * Abramowitz & Stegun 26.7.5 in powers of 1 / df, good to five decimals there.
 */
export function studentT95(degreesOfFreedom: number): number {
  return TABLE[degreesOfFreedom - 1] ?? expansion(degreesOfFreedom);
}

function expansion(df: number): number {
  const first = (Z ** 3 + Z) / 4;
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  const third = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384;
  return Z + first / df + second / df ** 2 + third / df ** 3;
}
