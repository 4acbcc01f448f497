import { describe, expect, it } from "vitest";
import { preferred } from "../src/peer/codecs";

describe("choosing codecs", () => {
  it("puts H264 first and keeps the order of the rest", () => {
    const codecs = ["video/VP8", "video/rtx", "video/H264", "video/VP9", "video/H264"].map((mimeType) => ({ mimeType }));
    expect(preferred(codecs).map((codec) => codec.mimeType)).toEqual(["video/H264", "video/H264", "video/VP8", "video/rtx", "video/VP9"]);
  });

  it("keeps the browser's order when there is no H264", () => {
    expect(preferred([{ mimeType: "video/VP8" }, { mimeType: "video/VP9" }]).map((codec) => codec.mimeType)).toEqual(["video/VP8", "video/VP9"]);
  });
});
