// The entry point of the action. It exits explicitly once the log is written: a socket that a proxy
// left open would keep the process alive.
import { main } from "./main.js";
import { systemClock } from "./runner/clock.js";

const code = await main(process.env, systemClock);
process.stdout.write("", () => process.exit(code));
