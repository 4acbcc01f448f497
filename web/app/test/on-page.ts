import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import { act, createElement, type ReactElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { initReactI18next } from "react-i18next";
import { vi } from "vitest";
import { allWords } from "./languages";

// Busy machines take their time.
vi.setConfig({ testTimeout: 30_000 });

/** A part of a page in English, and what somebody does with it. */
export class OnPage {
  readonly element = document.createElement("div");
  private readonly root: Root = createRoot(this.element);

  static async words(): Promise<void> {
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
    // jsdom knows no modal dialogs.
    HTMLDialogElement.prototype.showModal = function open() { this.open = true; };
    HTMLDialogElement.prototype.close = function close() { this.open = false; };
    await i18next.use(initReactI18next).init({ lng: "en", resources: { en: { translation: allWords("en") } }, interpolation: { escapeValue: false }, showSupportNotice: false });
  }

  async shows(part: ReactElement): Promise<void> {
    document.body.append(this.element);
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    await act(async () => this.root.render(createElement(QueryClientProvider, { client }, part)));
  }

  async gone(): Promise<void> {
    await act(async () => this.root.unmount());
    this.element.remove();
  }

  find = (testId: string) => this.element.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  text = (testId: string) => this.find(testId)?.textContent ?? null;
  role = (role: string) => this.element.querySelector<HTMLElement>(`[role="${role}"]`);

  async press(testId: string): Promise<void> {
    const button = this.find(testId);
    if (!button) throw new Error(`nothing to press: ${testId}`);
    await act(async () => button.click());
  }

  async type(testId: string, text: string): Promise<void> {
    const field = this.find(testId) as HTMLInputElement;
    await act(async () => {
      // React hears of a value only where it did not set it itself.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  /** Lets what was answered arrive, until this holds. */
  async until(holds: () => void): Promise<void> {
    await vi.waitFor(async () => {
      await act(async () => { await new Promise((next) => setTimeout(next)); });
      holds();
    }, { timeout: 10_000 });
  }
}

export interface Later<T> { promise: Promise<T>; answer: (value: T) => Promise<void>; refuse: (why: unknown) => Promise<void> }

/** What a server answers when the test says so. */
export function later<T>(): Later<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (why: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => { resolve = yes; reject = no; });
  return { promise, answer: (value) => act(async () => resolve(value)), refuse: (why) => act(async () => reject(why)) };
}

export const say = (key: string, values: Record<string, unknown> = {}) => i18next.t(key, values);
