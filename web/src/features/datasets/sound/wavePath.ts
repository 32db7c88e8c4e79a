/** The outline of a sound around its middle line, one step a level (0–1); silence stays a thin line. */
export function wavePath(levels: readonly number[], height: number): string {
  if (levels.length === 0) return "";
  const middle = height / 2;
  const half = (level: number) => Math.max(0.5, Math.min(1, Math.abs(level)) * (middle - 2));
  const above = levels.map((level, at) => `${at} ${(middle - half(level)).toFixed(1)}`);
  const below = levels.map((level, at) => `${at} ${(middle + half(level)).toFixed(1)}`).reverse();
  return `M${[...above, ...below].join("L")}Z`;
}
