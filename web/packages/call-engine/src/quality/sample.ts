import { READERS } from "./stats";

/**
 * What getStats says about one connection at one moment, reduced to what we use. "Up" is what this page sends, "down" what
 * it receives. Counters only grow while the connection lives; what the browser does not tell is null.
 */
export interface Sample {
  /** ms, of any origin. */
  at: number;

  /** Round trip of media, ms. */
  rtt: number | null;
  candidateType: string | null;
  remoteCandidateType: string | null;
  /** udp or tcp; for a relayed way how this page reaches the relay: udp, tcp or tls. */
  protocol: string | null;
  /** What the browser believes it can send, bit/s. */
  availableUp: number | null;

  packetsSent: number; packetsLostUp: number; bytesSent: number;
  packetsReceived: number; packetsLostDown: number; bytesReceived: number;
  /** Jitter of the received sound, and of our sound where it arrives, ms. */
  jitter: number | null; jitterUp: number | null;

  /** Of the sound that is played: samples in all, samples made up; ms that samples spent in the jitter buffer, and how many did. */
  soundPlayed: number; soundConcealed: number; soundBuffered: number; soundEmitted: number;
  audioCodecUp: string | null; audioCodecDown: string | null;

  /** The received picture (the larger one, when camera and screen both come). */
  width: number | null; height: number | null; fps: number | null; codecDown: string | null;
  framesReceived: number; framesDecoded: number; framesDropped: number;
  /** ms spent decoding; freezes, and ms they lasted. */
  decodeTime: number; freezes: number; frozenTime: number;

  /** The sent picture. */
  sentWidth: number | null; sentHeight: number | null; sentFps: number | null; codecUp: string | null;
  framesEncoded: number; encodeTime: number;
  /** Why the browser itself sends less than it could: none, cpu, bandwidth, other. */
  limitation: string | null;
}

export function sample(report: RTCStatsReport, at: number): Sample {
  const result: Sample = {
    at, rtt: null, candidateType: null, remoteCandidateType: null, protocol: null, availableUp: null,
    packetsSent: 0, packetsLostUp: 0, bytesSent: 0, packetsReceived: 0, packetsLostDown: 0, bytesReceived: 0,
    jitter: null, jitterUp: null, soundPlayed: 0, soundConcealed: 0, soundBuffered: 0, soundEmitted: 0,
    audioCodecUp: null, audioCodecDown: null, width: null, height: null, fps: null, codecDown: null,
    framesReceived: 0, framesDecoded: 0, framesDropped: 0, decodeTime: 0, freezes: 0, frozenTime: 0,
    sentWidth: null, sentHeight: null, sentFps: null, codecUp: null, framesEncoded: 0, encodeTime: 0, limitation: null,
  };
  for (const entry of report.values() as Iterable<{ type: string; id: string }>) {
    READERS[entry.type]?.(result, entry, report);
  }
  return result;
}
