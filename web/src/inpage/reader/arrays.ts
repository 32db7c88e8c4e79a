/** An array as NumPy stores it: its kind (`<f2` and so on), its shape, and its numbers as bytes. */
export type Stored = readonly [kind: string, shape: readonly number[], content: Uint8Array];

/** Arrays by their names. */
export type StoredArrays = Readonly<Record<string, Stored>>;

/** The numbers of an array, one row behind the other. */
export type Numbers = Float32Array | Int8Array;

/** The numbers of `stored`; half precision becomes single, whole numbers stay what they are. */
export function numbersOf([kind, , content]: Stored): Numbers {
  const { buffer, byteLength } = content.slice();
  if (kind === "|i1") return new Int8Array(buffer);
  if (kind === "<f4") return new Float32Array(buffer);
  if (kind !== "<f2") throw new TypeError(`no array of ${kind} is known here`);
  return Float32Array.from(new Uint16Array(buffer, 0, byteLength / 2), single);
}

/** A number in half precision (IEEE 754, binary16) by its bits. */
function single(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The size of an array along one of its dimensions, from the last for a negative `axis`. */
export function sizeOf([, shape]: Stored, axis: number): number {
  const size = shape.at(axis);
  if (size === undefined) throw new TypeError("the array has fewer dimensions");
  return size;
}

/** The array of that name. */
export function named(arrays: StoredArrays, name: string): Stored {
  const stored = arrays[name];
  if (stored === undefined) throw new TypeError(`the array ${name} is missing`);
  return stored;
}
