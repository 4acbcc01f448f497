import { expect, it } from "vitest";
import { Waits } from "../src/quality/waits";

function waits() {
  const told: [string, number][] = [];
  return { told, waits: new Waits((what, millis) => told.push([what, millis])) };
}

it("Q6: who accepts waits from the click to the first picture", () => {
  const { told, waits: w } = waits();
  w.themHere(1_000);
  w.meHere(60_000);
  w.mediaArrived(60_412.4);
  w.mediaArrived(61_000);
  expect(told).toEqual([["setUp", 412]]);
});

it("Q6: who was here first waits from the other's coming, not from their own", () => {
  const { told, waits: w } = waits();
  w.meHere(0);
  w.themHere(300_000);
  w.mediaArrived(300_500);
  expect(told).toEqual([["setUp", 500]]);
});

it("what arrives before one hears that the other is here took no time", () => {
  const { told, waits: w } = waits();
  w.meHere(0);
  w.mediaArrived(900);
  expect(told).toEqual([]);
  w.themHere(950);
  expect(told).toEqual([["setUp", 0]]);
});

it("Q6: a connection that broke is waited for until it works, however often it fails meanwhile", () => {
  const { told, waits: w } = waits();
  w.broken(10);
  w.mended(20);
  w.meHere(0);
  w.themHere(0);
  w.mediaArrived(100);
  w.broken(5_000);
  w.broken(6_000);
  w.mended(8_000);
  w.mended(9_000);
  expect(told).toEqual([["setUp", 100], ["reconnect", 3_000]]);
});
