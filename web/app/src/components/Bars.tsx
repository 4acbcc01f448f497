/** Five bars; beside a word that says the same. */
export function Bars({ score, className = "" }: { score: number; className?: string }) {
  return (
    <svg aria-hidden="true" width="30" height="20" viewBox="0 0 30 20" className={className}>
      {[1, 2, 3, 4, 5].map((bar) => (
        <rect key={bar} x={(bar - 1) * 6} y={20 - bar * 4} width="4" height={bar * 4} rx="1" fill="currentColor" opacity={bar <= score ? 1 : 0.3} />
      ))}
    </svg>
  );
}
