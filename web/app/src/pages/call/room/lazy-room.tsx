import { lazy } from "react";
import { Later } from "../../../components/Later";
import { useStore } from "../../../hooks/useStore";
import { addWords } from "../../../i18n";
import type { OpenCall } from "../warm-call";

const RoomTrouble = lazy(async () => {
  const [file] = await Promise.all([import("./RoomTrouble"), addWords("room")]);
  return { default: file.RoomTrouble };
});
const Connecting = lazy(async () => {
  const [file] = await Promise.all([import("./Connecting"), addWords("room")]);
  return { default: file.Connecting };
});
const CarriedBy = lazy(async () => {
  const [file] = await Promise.all([import("./CarriedBy"), addWords("room")]);
  return { default: file.CarriedBy };
});

/** Fetched as soon as a provider carries the call, so that it is there before there is trouble; in other calls not at all. */
export function RoomWords({ open }: { open: OpenCall }) {
  const { abilities } = useStore(open.call.store);
  return abilities.provider === "builtin" ? null : <Later without={null}><RoomTrouble open={open} /></Later>;
}

/** What stands where the provider's frame will be. */
export function RoomConnecting({ open }: { open: OpenCall }) {
  return <Later without={null}><Connecting open={open} /></Later>;
}

export function InBetween({ provider }: { provider: string }) {
  return <Later><CarriedBy provider={provider} /></Later>;
}
