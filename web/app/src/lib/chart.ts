export interface Point { at: number; value: number | null }

interface Frame { from: number; to: number; top: number; width: number; height: number }

/** An SVG path through the points; where nothing was measured there is a gap. Values from 0 to `top`; more is cut off. */
export function path(points: Point[], { from, to, top, width, height }: Frame): string {
  let pen = "M";
  return points.map(({ at, value }) => {
    if (value === null) {
      pen = "M";
      return "";
    }
    const x = ((at - from) / Math.max(1, to - from)) * width;
    const y = height - (Math.min(top, Math.max(0, value)) / top) * height;
    const step = `${pen}${round(x)} ${round(y)}`;
    pen = "L";
    return step;
  }).join("");
}

/** The next of 1, 2, 5, 10, 20, … that the largest value fits under, so that a scale does not jump with every value. */
export function roundTop(values: (number | null)[], least: number): number {
  const largest = Math.max(least, ...values.map((value) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => largest <= top) ?? largest;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
