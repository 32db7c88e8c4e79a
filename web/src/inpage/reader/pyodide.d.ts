/** How much Pyodide fetches when it starts, unpacked, as `plugins/pyodide.ts` says. */
declare const PYODIDE_BYTES: number;
