import { path, type Point } from "../lib/chart";

export interface Line { name: string; now: string; dashed?: boolean; points: Point[] }

/** A small chart of the last minutes: no axes, but what it shows now in words, and its top. Two lines differ by more than colour. */
export function LineChart({ title, lines, from, to, top, topWords }: {
  title: string; lines: Line[]; from: number; to: number; top: number; topWords: string;
}) {
  return (
    <figure className="grid grid-cols-1 gap-1">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">{title}</span>
        <span className="flex flex-wrap gap-x-3 text-base text-ink-soft">
          {lines.map((line) => (
            <span key={line.name} className="inline-flex items-center gap-1.5">
              <svg aria-hidden="true" width="18" height="4"><Stroke d="M0 2 H18" dashed={line.dashed} /></svg>
              {line.name} <span className="text-ink">{line.now}</span>
            </span>
          ))}
        </span>
      </figcaption>
      <div className="flex items-stretch gap-2">
        <span aria-hidden="true" className="flex w-14 shrink-0 flex-col justify-between text-end text-xs leading-none text-ink-soft"><span>{topWords}</span><span>0</span></span>
        <svg aria-hidden="true" viewBox="0 0 300 56" preserveAspectRatio="none" className="h-16 min-w-0 flex-1 border-y border-line">
          {lines.map((line) => <Stroke key={line.name} d={path(line.points, { from, to, top, width: 300, height: 56 })} dashed={line.dashed} />)}
        </svg>
      </div>
    </figure>
  );
}

function Stroke({ d, dashed = false }: { d: string; dashed?: boolean | undefined }) {
  return (
    <path
      d={d} fill="none" strokeWidth="2" strokeLinejoin="round" vectorEffect="non-scaling-stroke"
      className={dashed ? "stroke-ink-soft" : "stroke-primary"} {...(dashed ? { strokeDasharray: "4 3" } : {})}
    />
  );
}
