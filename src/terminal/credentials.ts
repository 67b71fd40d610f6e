// The credentials of the command line: two variables of the environment, or of a file that a flag
// names. They are never flags, which other users of the machine can read.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { systemCode } from "../model/errors.js";
import { msg, quote } from "../model/message.js";
import { makeProblem, type Problem } from "../model/problem.js";
import type { Env } from "../settings/inputs.js";
import type { CredentialsFile } from "./call.js";

const ID = "VANTA_CLIENT_ID";
const SECRET = "VANTA_CLIENT_SECRET";

/** What was found, and what is wrong with the file. */
export interface FoundCredentials {
  readonly id?: string | undefined;
  readonly secret?: string | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the credentials. A variable of the environment wins over one of the file. */
export function readCredentials(
  env: Env,
  file: CredentialsFile | undefined,
  cwd: string,
): FoundCredentials {
  const problems: Problem[] = [];
  let ofFile: Env = {};
  if (file !== undefined) {
    try {
      // Editors on Windows begin a file with a byte order mark.
      ofFile = parseEnv(readFileSync(resolve(cwd, file.path), "utf8").replace(/^\uFEFF/, ""));
    } catch (error) {
      const why = systemCode(error) ?? "unknown error";
      const message = msg`${file.flag}: ${quote(file.path)} cannot be read (${why}); write the path of a file with lines such as ${ID}=…`;
      problems.push(makeProblem("invalid-input", message));
    }
  }
  const read = (name: string) => env[name]?.trim() || ofFile[name]?.trim() || undefined;
  return { id: read(ID), secret: read(SECRET), problems };
}

/** A problem for each of the two that is missing. A file that cannot be read may have them. */
export function reportMissing(
  { id, secret, problems }: FoundCredentials,
  verb: string,
): readonly Problem[] {
  if (problems.length > 0) return [];
  const missing = [...(id === undefined ? [ID] : []), ...(secret === undefined ? [SECRET] : [])];
  return missing.map((name) =>
    makeProblem(
      "missing-input",
      msg`${name}: is not set, and ${verb} needs it; set it in the environment, or in a file that --env-file names`,
    ),
  );
}
