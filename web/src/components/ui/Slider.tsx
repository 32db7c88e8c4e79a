import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

type SliderProps = Omit<ComponentProps<"input">, "type" | "onChange"> & { onSlide: (value: number) => void };

/** A number on a scale; `aria-valuetext` says it in words. */
export function Slider({ onSlide, className, ...rest }: SliderProps) {
  return (
    <input
      type="range"
      className={cn("h-11 w-full min-w-0 cursor-pointer accent-accent", className)}
      onChange={(event) => {
        onSlide(event.target.valueAsNumber);
      }}
      {...rest}
    />
  );
}
