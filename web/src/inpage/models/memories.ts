const memories: WebAssembly.Memory[] = [];

/** Counts every WebAssembly memory that is made from now on; runtimes do not tell of theirs. */
export function watchMemories(): void {
  const { Memory, instantiate, instantiateStreaming } = WebAssembly;
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
  const watched = <Made>(made: Made): Made => {
    const instance =
      made instanceof WebAssembly.Instance ? made : (made as { instance?: WebAssembly.Instance }).instance;
    for (const value of Object.values(instance?.exports ?? {}))
      if (value instanceof Memory && !memories.includes(value)) memories.push(value);
    return made;
  };
  WebAssembly.instantiate = (async (...given: Parameters<typeof instantiate>) =>
    watched(await instantiate(...given))) as typeof instantiate;
  WebAssembly.instantiateStreaming = async (...given) => watched(await instantiateStreaming(...given));
}

/** Bytes of all of them. */
export function memoryBytes(): number {
  return memories.reduce((bytes, { buffer }) => bytes + buffer.byteLength, 0);
}
