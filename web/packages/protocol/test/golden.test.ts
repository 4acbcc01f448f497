import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { decode, encode, isNumbered, MalformedFrame, type ClientFrame } from "../src";

const examples = fileURLToPath(new URL("../../../../protocol/v1/examples", import.meta.url));
const files = (folder: string, side: string) =>
  readdirSync(`${examples}/${folder}`).filter((name) => name.startsWith(`${side}.`)).map((name) => [name, readFileSync(`${examples}/${folder}/${name}`, "utf8")] as const);

/** The golden frames, which the Java tests read as well. */
describe("golden frames", () => {
  it.each(files("valid", "server"))("understands %s", (_name, text) => {
    const frame = decode(text);
    expect(frame).not.toBeNull();
    expect(frame?.seq !== undefined).toBe(isNumbered(frame?.type ?? ""));
  });

  it.each(files("valid", "client"))("writes %s as it stands", (_name, text) => {
    const golden = JSON.parse(text) as ClientFrame;
    const { type, body, ...numbering } = golden;
    expect(JSON.parse(encode(type, body as never, numbering))).toEqual(golden);
    expect(golden.seq !== undefined).toBe(isNumbered(type));
  });

  it.each(files("invalid", "server"))("refuses %s", (_name, text) => {
    expect(() => decode(text)).toThrow(MalformedFrame);
  });

  it.each([
    ["a generation that is a text", '{"type":"rtc.peer","seq":1,"body":{"peer":"p","generation":"1","polite":true,"offers":false}}'],
    ["servers that are not a list", '{"type":"ice.servers","seq":1,"body":{"servers":{}}}'],
    ["a body that is a list", '{"type":"ack","body":[]}'],
    ["a description that is null", '{"type":"rtc.description","seq":1,"body":{"from":"p","generation":1,"description":null}}'],
    ["a number that is negative", '{"type":"ack","ack":-1,"body":{}}'],
  ])("refuses %s", (_name, text) => {
    expect(() => decode(text)).toThrow(MalformedFrame);
  });

  it("does not take a name every object has for a type", () => {
    expect(decode('{"type":"constructor","body":{}}')).toBeNull();
  });

  it("lets a frame pass by that a newer server may say", () => {
    expect(decode('{"type":"something.new","seq":4,"body":{}}')).toBeNull();
  });
});
