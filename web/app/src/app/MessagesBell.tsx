import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { api } from "../api";
import { useStore } from "../hooks/useStore";
import { useSession } from "./session";

const MOST = 99;

/** How many messages wait to be read: asked once, then told by the socket. */
export function MessagesBell() {
  const { t } = useTranslation();
  const { lobby } = useSession();
  const told = useStore(lobby.store).unread;
  const asked = useQuery({ queryKey: ["unread"], queryFn: api.unread, staleTime: Infinity }).data;
  const unread = told ?? asked ?? 0;
  const name = unread > 0 ? t("common.messagesUnread", { unread }) : t("common.messages");
  return (
    <NavLink to="/messages" aria-label={name} title={name} data-testid="messages-bell" data-unread={unread} className={({ isActive }) => `relative inline-flex size-11 shrink-0 items-center justify-center rounded-full hover:bg-calm hover:text-ink ${isActive ? "bg-calm text-on-calm" : "text-ink-soft"}`}>
      <Bell size={22} aria-hidden="true" />
      {unread > 0 && <span aria-hidden="true" className="absolute end-0.5 top-0.5 min-w-5 rounded-full bg-danger px-1 text-center text-xs font-bold leading-5 text-on-danger">{unread > MOST ? `${MOST}+` : unread}</span>}
    </NavLink>
  );
}
