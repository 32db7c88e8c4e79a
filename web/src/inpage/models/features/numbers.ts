const DIGITS = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩";
const DROPPED = /[٬,_\u200e\u200f \u00a0]/g;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number as people write it, also with Persian figures and marks of thousands; NaN when it is none. */
export function numberOf(written: string): number {
  const plain = written
    .replace(/[۰-۹٠-٩]/g, (digit) => String(DIGITS.indexOf(digit) % 10))
    .replaceAll("٫", ".")
    .replaceAll("−", "-")
    .replace(DROPPED, "")
    .trim();
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

/** What stands in the columns of a row; NaN where that is no number. */
export function row(cells: Readonly<Record<string, string>>, columns: readonly string[]): Float64Array {
  return Float64Array.from(columns, (column) => numberOf(cells[column] ?? ""));
}

/** The numbers of a line, apart by commas, semicolons or white space; null when one of them is none. */
export function numbersIn(line: string): number[] | null {
  const pieces = line.split(/[\s,;،؛]+/).filter(Boolean);
  const numbers = pieces.map(numberOf);
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : null;
}
