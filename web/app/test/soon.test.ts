import { describe, expect, it, vi } from "vitest";
import { soon } from "../src/lib/soon";

describe("what happens soon", () => {
  it("happens once, after everything that is going on, however often it is asked for", async () => {
    const order: string[] = [];
    const draw = soon(() => order.push("drawn"));
    draw();
    draw();
    await Promise.resolve().then(() => order.push("sent"));
    await vi.waitFor(() => expect(order).toContain("drawn"));
    expect(order).toEqual(["sent", "drawn"]);
  });

  it("happens again when it is asked for again", async () => {
    const action = vi.fn();
    const again = soon(action);
    again();
    await vi.waitFor(() => expect(action).toHaveBeenCalledTimes(1));
    again();
    await vi.waitFor(() => expect(action).toHaveBeenCalledTimes(2));
  });
});
