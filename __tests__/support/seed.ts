// Makes the random tests the same in every run, so that a pull request fails by its own changes
// only. FAST_CHECK_SEED=$RANDOM npm test tries other cases; a failure prints its seed.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_261_123) });
