/* global AudioWorkletProcessor, registerProcessor */
// Runs beside the page, in the thread of the sound: hands on what the microphone hears, as it is.

const CHUNK = 2048;

class CaptureProcessor extends AudioWorkletProcessor {
  #chunk = new Float32Array(CHUNK);
  #filled = 0;

  process([input]) {
    const heard = input?.[0];
    if (heard) this.#take(heard);
    return true;
  }

  #take(heard) {
    this.#chunk.set(heard, this.#filled);
    this.#filled += heard.length;
    if (this.#filled < CHUNK) return;
    this.port.postMessage(this.#chunk, [this.#chunk.buffer]);
    this.#chunk = new Float32Array(CHUNK);
    this.#filled = 0;
  }
}

registerProcessor("capture", CaptureProcessor);
