// The two streams of the command line. A reader that closes its end early, such as `head`, is no
// error. Every line is made safe for terminals and for logs of GitHub Actions.
import { styleText } from "node:util";
import { systemCode } from "../model/errors.js";
import { toLogLine } from "../model/format.js";

/** How a line, or a part of it, looks on a terminal. The text says the same without it. */
export type Style = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;

/** Where lines go. */
export interface Output {
  /** Writes a line: its parts, each with its style. */
  line(...parts: readonly (string | readonly [Style, string])[]): void;
  /** Writes text as it is. */
  text(text: string): void;
  readonly isTerminal: boolean;
  /** The system's code of what prevented a line, such as a full disk; not of a closed reader. */
  readonly failure: string | undefined;
  /** Resolves when everything is written, or can no longer be. */
  flush(): Promise<void>;
}

export function openOutput(stream: NodeJS.WriteStream): Output {
  let isOpen = true;
  let failure: string | undefined;
  stream.on("error", (error) => {
    isOpen = false;
    const code = systemCode(error) ?? "unknown error";
    if (code !== "EPIPE") failure ??= code;
  });
  const text = (written: string) => {
    if (isOpen) stream.write(written);
  };
  const styled = (part: string | readonly [Style, string]) =>
    typeof part === "string" ? part : styleText(part[0], part[1], { stream });
  return {
    line(...parts) {
      const plain = parts.map((part) => (typeof part === "string" ? part : part[1])).join("");
      const safe = toLogLine(plain);
      // What had to be escaped is rare, and then is written without color.
      text(`${safe === plain ? parts.map(styled).join("") : safe}\n`);
    },
    text,
    isTerminal: stream.isTTY === true,
    get failure() {
      return failure;
    },
    flush: () =>
      new Promise((resolve) => {
        if (!isOpen) resolve();
        else stream.write("", () => resolve());
      }),
  };
}
