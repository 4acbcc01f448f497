import { useQuery } from "@tanstack/react-query";
import { api, type AppInfo } from "../api";

/** The clinic's name, its contact and the mode; the same for everybody, so asked once. */
export function useApp(): AppInfo | undefined {
  return useQuery({ queryKey: ["app"], queryFn: api.app, staleTime: Infinity }).data;
}
