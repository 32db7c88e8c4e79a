import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { onKept } from "@/inpage/shelf/news";
import { room } from "@/inpage/shelf/room";
import { voiceKey } from "@/inpage/shelf/voiceKey";
import { clear, list, remove } from "@/inpage/shelf/shelf";

const KEPT = ["kept in the browser"];

/** What the browser keeps, the newest first. */
export function useKept() {
  const queries = useQueryClient();
  useEffect(() => onKept(() => void queries.invalidateQueries({ queryKey: KEPT })), [queries]);
  return useQuery({ queryKey: KEPT, queryFn: list, staleTime: 0 });
}

/** Whether the browser keeps the voice of an id. */
export type IsKept = (voice: string) => boolean;

/** Whether the browser keeps a voice, for any of them. */
export function useIsKept(): IsKept {
  const { data } = useKept();
  return useMemo(() => {
    // The graph comes last: without it, somebody has left while the voice was being fetched.
    const whole = data?.filter(({ parts }) => parts.includes("model"));
    const keys = new Set(whole?.map(({ key }) => key));
    return (voice) => keys.has(voiceKey(voice));
  }, [data]);
}

/** How much room the browser gives the studio. */
export function useRoom() {
  return useQuery({ queryKey: [...KEPT, "room"], queryFn: room, staleTime: 0 });
}

/** Takes one file, or with null everything, out of what the browser keeps. */
export function useRemoveKept() {
  return useMutation({ mutationFn: (key: string | null) => (key === null ? clear() : remove(key)) });
}
