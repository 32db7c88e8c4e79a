import { useEffect, useRef, useState } from "react";
import type { Sound } from "@/inpage/models/features/wav";
import { openMicrophone, type Microphone } from "@/lib/sound/microphone";
import { troubleOf, troubleOfPage, type Trouble } from "@/lib/sound/trouble";

const LONGEST_S = 60;

/** Records what the microphone hears, until it is stopped or a minute is over. */
export function useRecording(onSound: (sound: Sound) => void) {
  const [seconds, setSeconds] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(troubleOfPage);
  const microphone = useRef<Microphone | null>(null);
  const chunks = useRef<Float32Array[]>([]);

  useEffect(() => () => microphone.current?.close(), []);

  async function start() {
    setTrouble(null);
    chunks.current = [];
    try {
      microphone.current = await openMicrophone(null, { onSound: hear, onLost: () => lose("lost") });
      setSeconds(0);
    } catch (error) {
      lose(troubleOf(error));
    }
  }

  function hear(samples: Float32Array) {
    chunks.current.push(samples);
    const length = chunks.current.reduce((sum, chunk) => sum + chunk.length, 0);
    const heardS = length / (microphone.current?.sampleRateHz ?? Infinity);
    setSeconds(heardS);
    if (heardS >= LONGEST_S) stop();
  }

  function stop() {
    const { current } = microphone;
    if (!current) return;
    end();
    const parts = chunks.current;
    const samples = new Float32Array(parts.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of parts) {
      samples.set(chunk, at);
      at += chunk.length;
    }
    onSound({ samples, sampleRateHz: current.sampleRateHz });
  }

  function lose(why: Trouble) {
    end();
    setTrouble(why);
  }

  function end() {
    microphone.current?.close();
    microphone.current = null;
    setSeconds(null);
  }

  return { seconds, trouble, start: () => void start(), stop };
}
