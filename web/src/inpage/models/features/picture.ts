import { ModelTrouble } from "../trouble";
import type { Scaling, Tensor, TensorSpec } from "../types";

/** How a model wants pictures; null for a side of any length. */
export interface PictureShape {
  /** Whether colours come before rows and columns (NCHW) or behind (NHWC). */
  channelsFirst: boolean;
  channels: number;
  height: number | null;
  width: number | null;
}

const CHANNELS = [1, 3, 4];

/** Whether a tensor is a picture, and how it lies in it: [1, colours, rows, columns] or [1, rows, columns, colours]. */
export function pictureShape({ shape }: TensorSpec): PictureShape | null {
  if (shape.length !== 4 || (shape[0] ?? 1) !== 1) return null;
  const [, a, b, c] = shape as [unknown, number | null, number | null, number | null];
  if (c !== null && CHANNELS.includes(c)) return { channelsFirst: false, channels: c, height: a, width: b };
  if (a !== null && CHANNELS.includes(a)) return { channelsFirst: true, channels: a, height: b, width: c };
  return null;
}

/** A picture as a tensor; throws `pictureUnreadable`. */
export async function picture(
  file: Blob,
  shape: PictureShape,
  size: { width: number; height: number },
  scaling: Scaling,
): Promise<Tensor> {
  const { data } = await pixels(file, size.width, size.height);
  const { channels, channelsFirst } = shape;
  const places = size.width * size.height;
  const values = new Float32Array(places * channels);
  const scale = scaler(scaling);
  for (let place = 0; place < places; place++) {
    for (let channel = 0; channel < channels; channel++) {
      const colour = channels === 1 ? grey(data, 4 * place) : data[4 * place + channel]!;
      values[channelsFirst ? channel * places + place : place * channels + channel] = scale(colour, channel);
    }
  }
  const sides = [size.height, size.width];
  return { values, shape: channelsFirst ? [1, channels, ...sides] : [1, ...sides, channels] };
}

/** Red, green, blue and opacity, 0–255, of the picture stretched to this size. */
async function pixels(file: Blob, width: number, height: number): Promise<ImageData> {
  const bitmap = await createImageBitmap(file, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: "high",
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  }).catch(() => {
    throw new ModelTrouble("pictureUnreadable");
  });
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new ModelTrouble("pictureUnreadable");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

function scaler(scaling: Scaling): (colour: number, channel: number) => number {
  switch (scaling.kind) {
    case "unit":
      return (colour) => colour / 255;
    case "signed":
      return (colour) => colour / 127.5 - 1;
    case "raw":
      return (colour) => colour;
    case "standard":
      return (colour, channel) =>
        (colour / 255 - (scaling.mean[channel] ?? 0)) / (scaling.deviation[channel] ?? 1);
  }
}

/** Luma of ITU-R BT.601. */
function grey(data: Uint8ClampedArray, at: number): number {
  return 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
}
