/** Whose ring this browser shows when no page is open. Kept here, because another person may sign in on the same computer. */
const OWNER = "push-owner";

export const pushOwner = (): string | null => localStorage.getItem(OWNER);
export const setPushOwner = (person: string): void => localStorage.setItem(OWNER, person);
export const clearPushOwner = (): void => localStorage.removeItem(OWNER);
