/** By what the files of a voice are kept; all speakers of one model share them. */
export function voiceKey(id: string): string {
  return `voice/${modelOf(id)}`;
}

/** The model of a voice: what stands before `#` in its id. */
export function modelOf(id: string): string {
  return id.split("#", 1)[0] ?? id;
}
