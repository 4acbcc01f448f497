/** How often what: words, a bar and the number. */
export function CountBars({ title, items, none = "", testId }: { title: string; items: [label: string, count: number][]; none?: string; testId: string }) {
  const most = Math.max(1, ...items.map(([, count]) => count));
  return (
    <section data-testid={`dashboard-${testId}`}>
      <h2 className="mb-3 text-xl font-bold">{title}</h2>
      {items.length === 0 && <p className="text-ink-soft">{none}</p>}
      <ul className="grid gap-2 text-base">
        {items.map(([label, count]) => (
          <li key={label} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.5rem] items-center gap-3">
            <span>{label}</span>
            <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="h-3 w-full"><rect width={(100 * count) / most} height="10" className="fill-primary" /></svg>
            <span className="text-end font-semibold">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
