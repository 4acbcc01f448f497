/** Owns everything that must end together: listeners, timers, tracks. Closing is final and happens once. */
export class Scope {
  private readonly endings: (() => void)[] = [];
  private readonly children = new Set<Scope>();
  closed = false;

  /** Runs when the scope closes; at once when it is closed already. */
  onClose(ending: () => void): void {
    if (this.closed) ending();
    else this.endings.push(ending);
  }

  child(): Scope {
    const child = new Scope();
    this.children.add(child);
    child.onClose(() => this.children.delete(child));
    if (this.closed) child.close();
    return child;
  }

  listen<E extends Event>(target: EventTarget, type: string, listener: (event: E) => void): void {
    if (this.closed) return;
    target.addEventListener(type, listener as EventListener);
    this.onClose(() => target.removeEventListener(type, listener as EventListener));
  }

  /** @returns cancels it */
  after(milliseconds: number, action: () => void): () => void {
    if (this.closed) return () => undefined;
    const timer = setTimeout(() => { if (!this.closed) action(); }, milliseconds);
    const cancel = () => clearTimeout(timer);
    this.onClose(cancel);
    return cancel;
  }

  every(milliseconds: number, action: () => void): void {
    if (this.closed) return;
    const timer = setInterval(() => { if (!this.closed) action(); }, milliseconds);
    this.onClose(() => clearInterval(timer));
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const child of [...this.children]) child.close();
    for (const ending of this.endings.splice(0).reverse()) ending();
  }
}
