/** Owns everything that must end together: listeners, timers, tracks. Closing is final and happens once. */
export class Scope {
  private readonly endings = new Set<() => void>();
  private readonly children = new Set<Scope>();
  closed = false;

  /**
   * Runs when the scope closes; at once when it is closed already.
   *
   * @returns takes it back
   */
  onClose(ending: () => void): () => void {
    if (this.closed) {
      ending();
      return () => undefined;
    }
    // A function given twice is two endings.
    const own = () => ending();
    this.endings.add(own);
    return () => this.endings.delete(own);
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
    const timer = setTimeout(() => {
      forget();
      action();
    }, milliseconds);
    const forget = this.onClose(() => clearTimeout(timer));
    return () => {
      forget();
      clearTimeout(timer);
    };
  }

  every(milliseconds: number, action: () => void): void {
    if (this.closed) return;
    const timer = setInterval(action, milliseconds);
    this.onClose(() => clearInterval(timer));
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const child of [...this.children]) child.close();
    const endings = [...this.endings].reverse();
    this.endings.clear();
    for (const ending of endings) ending();
  }
}
