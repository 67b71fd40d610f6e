// The entry of the action. A socket that a proxy left hanging must not keep the step alive, so the end is explicit, once the log is out.
import { main } from "./main.js";
import { systemClock } from "./runner/clock.js";

const code = await main(process.env, systemClock);
process.stdout.write("", () => process.exit(code));
