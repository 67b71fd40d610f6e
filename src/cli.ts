#!/usr/bin/env node
// The entry point of the command line. It exits explicitly once everything is written: a socket
// that a proxy left open, or the terminal itself, would keep the process alive.
import { main } from "./command-line.js";
import { systemClock } from "./runner/clock.js";
import { watchTerminals } from "./terminal/closed.js";

const leaveClosedTerminals = watchTerminals();
const exitCode = await main(process.argv.slice(2), process.env, systemClock);
leaveClosedTerminals();
process.exit(exitCode);
