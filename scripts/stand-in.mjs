// Runs the stand-in for Vanta until it is stopped, for a workflow that tests the action with
// `uses: ./`. Writes its URL and credentials to the outputs of the step (GITHUB_OUTPUT), or to the
// terminal.
import { appendFileSync } from "node:fs";
import { loadStandIn } from "./load-stand-in.mjs";

const { startFakeVanta } = await loadStandIn();
const vanta = await startFakeVanta({ resources: { "65f0c0ffee65f0c0ffee65f0": { rows: [] } } });
const outputs = `url=${vanta.url}\nclient-id=${vanta.clientId}\nclient-secret=${vanta.clientSecret}\n`;
if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, outputs);
else process.stdout.write(outputs);
