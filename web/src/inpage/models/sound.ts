import { readWav, type Sound } from "./features/wav";
import { ModelTrouble } from "./trouble";

const DECODED_HZ = 48_000;

/** The sound in a file, mono: a WAV exactly as it is, anything else as the browser decodes it. Throws `soundUnreadable`. */
export async function readSound(file: Blob): Promise<Sound> {
  const content = await file.arrayBuffer();
  const exact = readWav(content);
  if (exact) return exact;
  try {
    const decoded = await new OfflineAudioContext(1, 1, DECODED_HZ).decodeAudioData(content);
    return { samples: mixed(decoded), sampleRateHz: decoded.sampleRate };
  } catch {
    throw new ModelTrouble("soundUnreadable");
  }
}

function mixed(decoded: AudioBuffer): Float32Array {
  const samples = new Float32Array(decoded.length);
  for (let channel = 0; channel < decoded.numberOfChannels; channel++) {
    const own = decoded.getChannelData(channel);
    for (let n = 0; n < samples.length; n++)
      samples[n] = (samples[n] ?? 0) + (own[n] ?? 0) / decoded.numberOfChannels;
  }
  return samples;
}
