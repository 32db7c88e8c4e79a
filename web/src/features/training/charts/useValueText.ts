import { useFormat } from "@/lib/format";

/** Writes a measured value with the four digits that count. */
export function useValueText(): (value: number | null | undefined) => string {
  const format = useFormat();
  return (value) =>
    value === null || value === undefined ? "–" : format.number(value, { maximumSignificantDigits: 4 });
}
