import { useEffect, useEffectEvent, useRef } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useFormat } from "@/lib/format";
import { useTheme } from "@/lib/theme";
import type { Picture } from "./curves";
import { colourOf, strokeAt } from "./palette";

const HEIGHT = 220;
const AXIS_WIDTH = 64;
const LINE_WIDTH = 2;

interface PlotProps {
  picture: Picture;
  /** Which of the steps is pointed at, null when none is. */
  onPoint: (at: number | null) => void;
}

/** Curves on a canvas; steps rise from left to right in every language. */
export default function Plot({ picture, onPoint }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(null);
  const format = useFormat();
  const { shown } = useTheme();
  const names = picture.curves.map(({ name }) => name).join();
  const draw = useEffectEvent((element: HTMLElement) => {
    const options = optionsFor(picture, element.clientWidth, (value) => format.number(value, NUMBERS));
    const pointed = ({ cursor }: UPlot) => onPoint(cursor.idx ?? null);
    return new UPlot({ ...options, hooks: { setCursor: [pointed] } }, dataOf(picture), element);
  });
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const drawn = (plot.current = draw(element));
    const observer = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [names, shown, format]);
  useEffect(() => plot.current?.setData(dataOf(picture)), [picture]);
  return <div ref={place} dir="ltr" className="min-w-0" style={{ height: HEIGHT }} />;
}

const NUMBERS = { maximumSignificantDigits: 3 };

function dataOf({ steps, curves }: Picture): UPlot.AlignedData {
  return [steps, ...curves.map(({ values }) => values)];
}

function optionsFor({ curves }: Picture, width: number, text: (value: number) => string): UPlot.Options {
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const axis: UPlot.Axis = {
    stroke: colourOf("--ink-soft"),
    grid: { stroke: colourOf("--line"), width: 1 },
    ticks: { stroke: colourOf("--line"), width: 1 },
    font,
    values: (_, ticks) => ticks.map(text),
  };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 7 } },
    scales: { x: { time: false } },
    axes: [axis, { ...axis, size: AXIS_WIDTH }],
    series: [
      {},
      ...curves.map((_, at) => ({
        stroke: colourOf(strokeAt(at).variable),
        dash: [...strokeAt(at).dash],
        width: LINE_WIDTH,
        spanGaps: true,
        points: { show: false },
      })),
    ],
  };
}
