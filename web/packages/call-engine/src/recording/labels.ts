const MOST = 24;

/** Words in the picture, each drawn once: text is what costs most in a frame. */
export class Labels {
  private readonly drawn = new Map<string, HTMLCanvasElement>();

  of(words: string, size: number): HTMLCanvasElement {
    const key = `${size} ${words}`;
    const known = this.drawn.get(key);
    if (known) return known;
    if (this.drawn.size >= MOST) this.drawn.delete(this.drawn.keys().next().value as string);
    const label = write(words, size);
    this.drawn.set(key, label);
    return label;
  }
}

function write(words: string, size: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const font = `600 ${size}px "Atkinson Hyperlegible Next Variable", system-ui, sans-serif`;
  context.font = font;
  canvas.width = Math.ceil(context.measureText(words).width) + size;
  canvas.height = Math.ceil(size * 1.6);
  context.fillStyle = "rgb(0 0 0 / 0.6)";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = font;
  context.fillStyle = "#ffffff";
  context.textBaseline = "middle";
  context.fillText(words, size / 2, canvas.height / 2);
  return canvas;
}
