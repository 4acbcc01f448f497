import type { Candidate } from "@consilium/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scope } from "../src/core/scope";
import { CandidateBatch, type Found } from "../src/peer/candidate-batch";

const candidate = (number: number): Candidate => ({ candidate: `candidate:${number}`, sdpMid: "0", sdpMLineIndex: 0, usernameFragment: null });
const numbers = ({ candidates, complete }: Found) => `${candidates.map((one) => one.candidate.at(-1)).join("")}${complete ? "." : ""}`;

describe("the ways to this browser", () => {
  let told: string[];
  let scope: Scope;
  let batch: CandidateBatch;

  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    scope = new Scope();
    batch = new CandidateBatch(scope, (found) => told.push(numbers(found)));
  });
  afterEach(() => vi.useRealTimers());

  it("are told: the first at once, those that follow within 20 ms together", () => {
    batch.found(candidate(1));
    expect(told).toEqual(["1"]);
    batch.found(candidate(2));
    batch.found(candidate(3));
    vi.advanceTimersByTime(19);
    expect(told).toEqual(["1"]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(["1", "23"]);
  });

  it("are told at once again after a pause, and the end of them with the last", () => {
    batch.found(candidate(1));
    vi.advanceTimersByTime(20);
    batch.found(candidate(2));
    expect(told).toEqual(["1", "2"]);
    batch.found(candidate(3));
    batch.complete();
    vi.advanceTimersByTime(20);
    expect(told).toEqual(["1", "2", "3."]);
    vi.advanceTimersByTime(1_000);
    expect(told).toHaveLength(3);
  });

  it("may be none at all", () => {
    batch.complete();
    expect(told).toEqual(["."]);
  });

  it("are told in every round of gathering, also after an ICE restart", () => {
    batch.found(candidate(1));
    batch.complete();
    vi.advanceTimersByTime(20);
    batch.found(candidate(4));
    batch.complete();
    vi.advanceTimersByTime(40);
    expect(told).toEqual(["1", ".", "4."]);
  });

  it("are told to nobody once the connection is closed", () => {
    batch.found(candidate(1));
    batch.found(candidate(2));
    scope.close();
    vi.advanceTimersByTime(100);
    expect(told).toEqual(["1"]);
  });
});
