// Records what a run logs.
import type { Progress } from "../../src/model/ports.js";

export interface Listener extends Progress {
  readonly lines: readonly string[];
  readonly debugLines: readonly string[];
}

export function listener(): Listener {
  const lines: string[] = [];
  const debugLines: string[] = [];
  return {
    lines,
    debugLines,
    info: (line) => void lines.push(line),
    debug: (line) => void debugLines.push(line),
  };
}
