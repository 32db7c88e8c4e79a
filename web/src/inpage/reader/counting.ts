/** Has everything that is fetched here from now on counted: `hear` is told the bytes of all of it together. */
export function countFetches(hear: (loaded: number) => void): void {
  const fetchUncounted = self.fetch.bind(self);
  let loaded = 0;
  self.fetch = async (...given) => {
    const response = await fetchUncounted(...given);
    // A copy is counted, since browsers keep compiled WebAssembly with the answer that it came in.
    void drain(response.clone(), (bytes) => hear((loaded += bytes)));
    return response;
  };
}

/** Reads an answer to its end; whoever reads the answer itself hears of what goes wrong. */
async function drain(response: Response, count: (bytes: number) => void): Promise<void> {
  const reader = response.body?.getReader();
  try {
    for (let next = await reader?.read(); next?.value; next = await reader?.read())
      count(next.value.byteLength);
  } catch {
    return;
  }
}
