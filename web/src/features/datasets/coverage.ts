import type { Coverage } from "./api/shapes";

/** How often a sound is there, and how often a voice wants to have heard it. */
export interface Need {
  sound: string;
  heard: number;
  needed: number;
}

/** Every sound that a voice needs, what there is least of first. */
export function needs({ phones, ezafe, questions, needed }: Coverage): Need[] {
  const heard: Record<string, number> = { ...phones, ezafe, question: questions };
  return Object.entries(needed)
    .map(([sound, wanted]) => ({ sound, heard: heard[sound] ?? 0, needed: wanted }))
    .sort((one, other) => shareOf(one) - shareOf(other) || one.heard - other.heard);
}

function shareOf({ heard, needed }: Need): number {
  return needed > 0 ? Math.min(1, heard / needed) : 1;
}
