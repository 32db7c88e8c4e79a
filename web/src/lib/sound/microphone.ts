import workletUrl from "./capture.worklet.js?url";

/** A microphone that is being listened to. */
export interface Microphone {
  readonly sampleRateHz: number;
  /** The device that was opened. */
  readonly deviceId: string | undefined;
  close: () => void;
}

/** Who hears what a microphone hears. */
export interface Listener {
  /** Raw mono samples, a few hundredths of a second at a time. */
  onSound: (samples: Float32Array) => void;
  /** The microphone was unplugged or taken away. */
  onLost: () => void;
}

/** Opens a microphone (null: the browser's own choice) as it is: what a browser cleans away, a voice would miss. */
export async function openMicrophone(deviceId: string | null, listener: Listener): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: wanted(deviceId) });
  const [track] = stream.getAudioTracks();
  const { sampleRate, deviceId: opened } = track?.getSettings() ?? {};
  // At the device's own rate nothing is resampled.
  const context = new AudioContext(sampleRate === undefined ? {} : { sampleRate });
  let open = true;
  const close = () => {
    open = false;
    stream.getTracks().forEach((each) => each.stop());
    void context.close();
  };
  try {
    await context.audioWorklet.addModule(workletUrl);
    await context.resume();
  } catch (error) {
    close();
    throw error;
  }
  const capture = new AudioWorkletNode(context, "capture", {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: "explicit",
  });
  capture.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    if (open) listener.onSound(data);
  };
  track?.addEventListener("ended", () => {
    if (open) listener.onLost();
  });
  context.createMediaStreamSource(stream).connect(capture);
  return { sampleRateHz: context.sampleRate, deviceId: opened, close };
}

function wanted(deviceId: string | null): MediaTrackConstraints {
  return {
    ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
    channelCount: 1,
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
  };
}

/** Whether the person has already allowed the microphone, so that it may be opened unasked. */
export async function isAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: "microphone" });
    return state === "granted";
  } catch {
    return false; // browsers that tell nothing ask when it is opened
  }
}
