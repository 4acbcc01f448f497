/** Initials on a calm ground, where no picture is. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  const words = name.replace(/^(Dr|Prof)\.? /, "").split(" ");
  const initials = (words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "");
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-calm font-semibold text-on-calm ${
        large ? "size-24 text-3xl" : "size-12 text-lg"
      }`}
    >
      {initials}
    </span>
  );
}
