// A terminal that is closed while the process runs. At its end Node.js gives each terminal back the
// settings that it found, and aborts (SIGABRT) where there is none anymore.
import { closeSync } from "node:fs";
import { isatty } from "node:tty";

/** Remembers which standard streams are terminals. The result leaves those alone that are gone. */
export function watchTerminals(): () => void {
  const terminals = [0, 1, 2].filter(isatty);
  return () => {
    // A closed descriptor is one that Node.js does not set.
    for (const terminal of terminals) if (!isatty(terminal)) closeSync(terminal);
  };
}
